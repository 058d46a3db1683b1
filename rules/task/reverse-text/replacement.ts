const UNIT: string = "characters"; // slot: unit

/** Returns the characters, or the words, of a text in reverse order. */
export function reverseText(text: string): string {
  if (UNIT === "words") {
    const words = text.split(/\s+/).filter((word) => word);
    return words.reverse().join(" ");
  }
  const clusters = text.match(/.[\u0300-\u036f\ufe0f]*/gsu) ?? [];
  return clusters.reverse().join("");
}
