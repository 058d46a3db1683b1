const LABELS: string[] = ["BUY", "SELL", "HOLD"]; // slot: labels

const WORD = "[\\p{L}\\p{N}_]";
const START = `(?<!${WORD})`;
const END = `(?!${WORD})`;
const MARK = `${START}(?:decision|recommendation|proposal|answer|verdict|rating|signal|conclusion)${END}`;

/** Returns the label that a text states as its decision, or its only label, or null. */
export function extractLabel(text: string): string | null {
  const byLength = [...LABELS].sort((a, b) => b.length - a.length);
  const escape = (label: string) =>
    label.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
  const names = byLength.map(escape).join("|");
  if (!names) {
    return null;
  }
  // Between mark and label may stand Markdown, a colon, 'is', 'to'.
  const between = `(?:[^\\p{L}\\p{N}_\\n]|${START}(?:is|to|be|a|the|option)${END}){0,12}\\n{0,2}[^\\p{L}\\p{N}_\\n]{0,8}`;
  const find = (pattern: string) =>
    [...text.matchAll(new RegExp(pattern, "giu"))].map(([, name = ""]) =>
      asListed(name),
    );
  const stated = find(`${MARK}${between}${START}(${names})${END}`).at(-1);
  if (stated) {
    return stated;
  }
  const named = new Set(find(`${START}(${names})${END}`));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

function asListed(name: string): string {
  const same = (label: string) => label.toLowerCase() === name.toLowerCase();
  return LABELS.find(same) ?? name;
}
