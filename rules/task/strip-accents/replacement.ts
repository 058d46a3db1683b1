// Letters without a decomposition, and typographic marks.
// prettier-ignore
const PLAIN: Record<string, string> = {
  "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
  "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i",
  "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-",
};

/** Returns a text with plain letters in place of Latin letters with accents. */
export function stripAccents(text: string): string {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return [...plain.normalize("NFC")].map((c) => PLAIN[c] ?? c).join("");
}
