const DECIMAL: string = "."; // slot: decimal

const NUMBER =
  /(?:^|[^0-9A-Za-z_.,])([-+−]?)([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(\.[0-9]+)?/;

/** Returns the first number in a text, or null. */
export function extractNumber(text: string): number | null {
  const english =
    DECIMAL === ","
      ? text.replace(/[,.]/g, (sign) => (sign === "," ? "." : ","))
      : text;
  const found = NUMBER.exec(english);
  if (!found) {
    return null;
  }
  const value = Number((found[2] ?? "").replaceAll(",", "") + (found[3] ?? ""));
  return found[1] === "-" || found[1] === "−" ? -value : value;
}
