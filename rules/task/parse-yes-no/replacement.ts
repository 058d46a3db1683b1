const YES = new Set(
  "yes yep yeah yup y sure ok okay true correct right absolutely definitely certainly affirmative agreed please accept ja oui si sí sim da tak igen はい 是".split(
    " ",
  ),
);
const NO = new Set(
  "no nope nah n false incorrect wrong never not negative disagree decline refuse don't dont nein non não nie нет いいえ 不是 否".split(
    " ",
  ),
);

/** Returns what a short answer says, or null if it says neither or both. */
export function parseYesNo(text: string): boolean | null {
  const lower = text.toLowerCase().replaceAll("’", "'");
  const words: string[] = lower.match(/[\p{L}\p{N}_']+/gu) ?? [];
  const yes = words.some((word) => YES.has(word));
  const no = words.some((word) => NO.has(word));
  return yes !== no ? yes : null;
}
