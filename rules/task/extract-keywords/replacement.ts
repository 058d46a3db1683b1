const STOP = new Set(
  (
    "a about after all also an and any are as at be because been but by can could did do does for " +
    "from had has have he her his how i if in into is it its may more most no not of on one or " +
    "other our out she should so some such than that the their them then there these they this " +
    "those to up was we were what when which who will with would you your"
  ).split(" "),
);
const TOKEN = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[.,;:!?()\n]/gu;

/** Returns the phrases of an English text with the highest RAKE scores. */
export function extractKeywords(text: string, count: number): string[] {
  const runs: string[][] = [[]];
  for (const token of text.toLowerCase().match(TOKEN) ?? []) {
    if (
      STOP.has(token) ||
      !/^[\p{L}\p{N}]/u.test(token) ||
      /^\d+$/.test(token)
    ) {
      runs.push([]);
    } else {
      runs.at(-1)?.push(token);
    }
  }
  const phrases = runs.filter((run) => run.length > 0 && run.length <= 4);
  const frequency = new Map<string, number>();
  const degree = new Map<string, number>();
  for (const phrase of phrases) {
    for (const word of phrase) {
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
      degree.set(word, (degree.get(word) ?? 0) + phrase.length);
    }
  }
  const ratio = (word: string) =>
    (degree.get(word) ?? 0) / (frequency.get(word) ?? 1);
  const scores = new Map<string, number>();
  for (const phrase of phrases) {
    const score = phrase.reduce((sum, word) => sum + ratio(word), 0);
    scores.set(phrase.join(" "), score);
  }
  const best = [...scores].sort(([, a], [, b]) => b - a);
  return best.slice(0, Math.max(count, 0)).map(([phrase]) => phrase);
}
