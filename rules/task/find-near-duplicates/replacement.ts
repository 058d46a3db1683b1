/** Returns how much the letter trigrams of two texts overlap, from 0 to 1. */
export function findNearDuplicates(first: string, second: string): number {
  const [a, b] = [trigrams(first), trigrams(second)];
  const size = (grams: Map<string, number>) =>
    [...grams.values()].reduce((sum, count) => sum + count, 0);
  const total = size(a) + size(b);
  let common = 0;
  for (const [gram, count] of a) {
    common += Math.min(count, b.get(gram) ?? 0);
  }
  return total ? (2 * common) / total : 1;
}

function trigrams(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const characters = [...`  ${plain} `];
  for (let i = 0; plain && i < characters.length - 2; i++) {
    const gram = characters.slice(i, i + 3).join("");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}
