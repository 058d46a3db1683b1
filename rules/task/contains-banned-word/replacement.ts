const WORDS: string[] = ["heck", "darn"]; // slot: words

/** Returns whether a text holds a word of the list (or its plural) as a whole word. */
export function containsBannedWord(text: string): boolean {
  const plain = fold(text);
  return WORDS.some((word) => {
    const escaped = fold(word).replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
    const whole = `(?<![\\p{L}\\p{N}_])${escaped}s?(?![\\p{L}\\p{N}_])`;
    return new RegExp(whole, "u").test(plain);
  });
}

/** Makes texts comparable: no case, no accents, single spaces. */
function fold(text: string): string {
  const letters = text.toLowerCase().normalize("NFKD");
  return letters
    .replace(/[\u0300-\u036f]/g, "")
    .trim()
    .replace(/\s+/g, " ");
}
