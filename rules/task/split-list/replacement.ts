const SEPARATORS = /[,;，、；]|\r?\n|\t|•/;
const MARK = /^(?:[-*+–]|[0-9]{1,3}[.)]|\[[ xX]?\])\s+/;
const CONJUNCTION = /^(?:and|und|et|y|e|or|oder|ou|o)\s+/i;
const LAST = /^(.+?)\s+(?:and|und|et|y)\s+(\S.*)$/i;

/** Returns the items of a list that is written with separators, bullets or on lines. */
export function splitList(text: string): string[] {
  const items = text
    .split(SEPARATORS)
    .map((part) => part.trim().replace(MARK, "").replace(CONJUNCTION, ""))
    .map((part) => part.replace(/^[ .]+|[ .]+$/g, ""))
    .filter((item) => item);
  // 'eggs and bread' at the end of a list of several is two items.
  const last = LAST.exec(items.at(-1) ?? "");
  if (items.length > 1 && !text.includes("\n") && last) {
    items.splice(-1, 1, last[1] ?? "", last[2] ?? "");
  }
  return items;
}
