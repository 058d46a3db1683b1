const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof st no vs etc fig vol inc ltd jr sr e.g i.e z.b d.h bzw usw ca nr str".split(
    " ",
  ),
);
const END = /[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？]+[」』”]?/g;

/** Returns the sentences of a text, with line breaks as blanks. */
export function splitSentences(text: string): string[] {
  const line = text.replace(/\s+/g, " ").trim();
  const sentences: string[] = [];
  let start = 0;
  for (const found of line.matchAll(END)) {
    const words = line.slice(start, found.index).split(" ");
    const before = (words.at(-1) ?? "").replace(/^[("']+/, "");
    const isShort =
      ABBREVIATIONS.has(before.toLowerCase()) || /^[A-Z]$/.test(before);
    const end = found.index + found[0].length;
    if (found[0] === "." && isShort && end < line.length) {
      continue;
    }
    sentences.push(line.slice(start, end).trim());
    start = end;
  }
  const rest = line.slice(start).trim();
  return rest ? [...sentences, rest] : sentences;
}
