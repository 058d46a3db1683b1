// Typical words of each topic; better: a classifier trained on your own labelled texts.
// prettier-ignore
const TOPICS: Record<string, string> = {
  sport: "match team goal league coach player players season scored win cup tournament striker olympic race championship football tennis",
  business: "market shares profit company investors bank stock sales revenue merger economy inflation trade quarter earnings startup",
  technology: "software app computer data chip smartphone internet cloud ai robot developers cyber startup device algorithm browser",
  politics: "government minister parliament election vote president party senate law policy campaign coalition treaty opposition bill",
  health: "patients hospital doctor doctors disease virus vaccine treatment cancer medical drug symptoms health clinic therapy",
  entertainment: "film movie actor actress album band concert singer series festival director premiere song oscar stage",
};

/** Returns the topic most of whose typical words occur in an English text, or 'other'. */
export function classifyTopic(text: string): string {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  let [best, most] = ["other", 0];
  for (const [topic, typical] of Object.entries(TOPICS)) {
    const known = new Set(typical.split(" "));
    const score = words.filter((word) => known.has(word)).length;
    if (score > most) {
      [best, most] = [topic, score];
    }
  }
  return best;
}
