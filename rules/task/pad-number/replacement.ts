/** Returns a whole number with zeros before its digits up to a width. */
export function padNumber(number: string, width: number): string {
  const text = number.trim();
  const [, sign, digits] = /^([+-]?)([0-9]+)$/.exec(text) ?? [];
  if (sign === undefined || digits === undefined) {
    return text;
  }
  return sign + digits.padStart(width - sign.length, "0");
}
