// Examples of each intent: replace them by ten or more of your own for each.
const EXAMPLES: Record<string, string> = {
  "where is my order": "order_status",
  "track my parcel delivery status": "order_status",
  "cancel my order please": "cancel_order",
  "i do not want the order any more, stop it": "cancel_order",
  "i want my money back refund": "refund",
  "return the item and get a refund": "refund",
  "talk to a human agent": "talk_to_human",
  "can i speak with a person from support": "talk_to_human",
};
const STOP = new Set(
  "a an and can do from get i is it me my not of please the to want with you".split(
    " ",
  ),
);
const UNSURE = 0.35;

/** Returns the intent of the most similar example, or 'unknown'. */
export function classifyIntent(message: string): string {
  const words = counted(message);
  let [best, most] = ["unknown", 0];
  for (const [text, intent] of Object.entries(EXAMPLES)) {
    const score = cosine(words, counted(text));
    if (score >= UNSURE && score > most) {
      [best, most] = [intent, score];
    }
  }
  return best;
}

function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (!STOP.has(word)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  let common = 0;
  for (const [word, count] of a) {
    common += count * (b.get(word) ?? 0);
  }
  const length = (words: Map<string, number>) =>
    [...words.values()].reduce((sum, count) => sum + count * count, 0);
  return common ? common / Math.sqrt(length(a) * length(b)) : 0;
}
