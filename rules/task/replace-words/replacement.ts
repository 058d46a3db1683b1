// prettier-ignore
const REPLACEMENTS: Record<string, string> = { colour: "color", centre: "center" }; // slot: table

/** Returns a text with the words of a table replaced, in any case, longest first. */
export function replaceWords(text: string): string {
  const rows = Object.entries(REPLACEMENTS).filter(([word]) => word);
  const table = new Map(rows.map(([word, to]) => [word.toLowerCase(), to]));
  if (table.size === 0) {
    return text;
  }
  const words = [...table.keys()].sort((a, b) => b.length - a.length);
  const escaped = words.map((w) => w.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&"));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${escaped.join("|")})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  return text.replace(
    pattern,
    (found) => table.get(found.toLowerCase()) ?? found,
  );
}
