// What an abbreviation stands for.
const TABLE: Record<string, string> = { qty: "quantity", dept: "department" }; // slot: table

/** Returns a text with the abbreviations of the table written out, where they are whole words. */
export function expandAbbreviation(text: string): string {
  const full = new Map(
    Object.entries(TABLE).map(([short, long]) => [short.toLowerCase(), long]),
  );
  const known = [...full.keys()]
    .sort((a, b) => b.length - a.length)
    .map((short) => short.replace(/[$()*+./?[\\\]^{|}-]/g, "\\$&"))
    .join("|");
  if (!known) {
    return text;
  }
  const word = "[\\p{L}\\p{N}_]";
  const whole = new RegExp(`(?<!${word})(?:${known})(?!${word})`, "giu");
  return text.replace(whole, (short) => {
    const long = full.get(short.toLowerCase()) ?? short;
    return /^\p{Lu}/u.test(short)
      ? long.slice(0, 1).toUpperCase() + long.slice(1)
      : long;
  });
}
