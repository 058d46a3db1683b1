const SIGN: string = "#"; // slot: sign

/** Returns the hashtags of a text, each once and without the sign. */
export function extractHashtag(text: string): string[] {
  const word = "\\p{L}\\p{N}_";
  const tag = new RegExp(`(?:^|[^${word}&/${SIGN}])${SIGN}([${word}]+)`, "gu");
  const found = [...text.replaceAll("＃", "#").matchAll(tag)];
  const tags = found.map(([, name = ""]) => name);
  return [...new Set(tags.filter((name) => !/^\p{Nd}+$/u.test(name)))];
}
