const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;

/** Returns whether a text is a number between two others, both included. */
export function validateRange(
  text: string,
  minimum: number,
  maximum: number,
): boolean {
  const value = NUMBER.test(text.trim()) ? Number(text) : NaN;
  return minimum <= value && value <= maximum;
}
