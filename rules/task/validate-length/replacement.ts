const UNIT: string = "characters"; // slot: unit

/** Returns whether a text has at least and at most so many characters (or words). */
export function validateLength(
  text: string,
  minimum: number,
  maximum: number,
): boolean {
  const parts = UNIT === "words" ? (text.match(/\S+/g) ?? []) : [...text];
  return minimum <= parts.length && parts.length <= maximum;
}
