const LEAST = 0.6;

/** Returns the entry of a list that a text means by its letters, or null if none is close. */
export function matchCatalogue(text: string, entries: string[]): string | null {
  const wanted = fold(text);
  let best: string | null = null;
  let [score, size] = [LEAST, 0];
  for (const entry of entries) {
    const folded = fold(entry);
    const found = likeness(wanted, folded);
    const length = [...folded].length;
    if (folded && (found > score || (found === score && length > size))) {
      [best, score, size] = [entry, found, length];
    }
  }
  return best;
}

/** 1 for the same, 0.95 for one that holds all words of the entry, else Dice's coefficient. */
function likeness(text: string, entry: string): number {
  if (text === entry) {
    return 1;
  }
  const words = text.split(" ");
  if (entry.split(" ").every((word) => words.includes(word))) {
    return 0.95;
  }
  const [pairs, rest] = [pairsOf(text), pairsOf(entry)];
  let both = 0;
  for (const pair of pairs) {
    const at = rest.indexOf(pair);
    if (at >= 0) {
      rest.splice(at, 1);
      both += 1;
    }
  }
  return (2 * both) / (pairs.length + both + rest.length);
}

function pairsOf(text: string): string[] {
  const padded = [..." ", ...text, " "];
  return padded.slice(1).map((c, at) => padded[at] + c);
}

/** Makes texts comparable: letters and digits only, no case, no accents. */
function fold(text: string): string {
  const letters = text.toLowerCase().normalize("NFKD");
  const plain = letters.replace(/[\u0300-\u036f]/g, "");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
