/** Returns the removed lines of a text with '- ' and the added ones with '+ '. */
export function diffTexts(old: string, changed: string): string[] {
  const [a, b] = [lines(old), lines(changed)];
  // How many lines the ends from i and j have in common.
  const common = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] =
        a[i] === b[j]
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (
      j === b.length ||
      (i < a.length && at(i + 1, j) >= at(i, j + 1))
    ) {
      out.push(`- ${a[i++]}`);
    } else {
      out.push(`+ ${b[j++]}`);
    }
  }
  return out;
}

function lines(text: string): string[] {
  const all = text.split(/\r\n|\r|\n/);
  return all.at(-1) === "" ? all.slice(0, -1) : all;
}
