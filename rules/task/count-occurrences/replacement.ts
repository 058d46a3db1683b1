const UNIT: string = "words"; // slot: unit
// What is counted where the unit is "occurrences".
const TERM: string = ""; // slot: constant

/** Returns the number of words, characters, lines or occurrences of a term in a text. */
export function countOccurrences(text: string): number {
  switch (UNIT) {
    case "characters":
      return [...text].length;
    case "lines": {
      const lines = text.split(/\r\n|\r|\n/);
      return lines.length - Number(lines.at(-1) === "");
    }
    case "occurrences": {
      const parts = text.toLowerCase().split(TERM.toLowerCase());
      return TERM ? parts.length - 1 : 0;
    }
  }
  return text.split(/\s+/).filter((word) => word).length;
}
