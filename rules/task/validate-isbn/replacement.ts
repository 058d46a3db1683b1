/** Returns whether a text is an ISBN-10 or ISBN-13 with the right check digit. */
export function validateIsbn(text: string): boolean {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  const weigh = (weight: (at: number) => number) =>
    [...code]
      .map((c, at) => weight(at) * (c === "X" ? 10 : Number(c)))
      .reduce((sum, n) => sum + n, 0);
  if (/^[0-9]{9}[0-9X]$/.test(code)) {
    return weigh((at) => 10 - at) % 11 === 0;
  }
  return (
    /^97[89][0-9]{10}$/.test(code) && weigh((at) => (at % 2 ? 3 : 1)) % 10 === 0
  );
}
