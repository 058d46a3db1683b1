const SMALL = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen " +
  "fourteen fifteen sixteen seventeen eighteen nineteen"
).split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const GROUPS: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const ROMAN: Record<string, number> = {
  m: 1000,
  d: 500,
  c: 100,
  l: 50,
  x: 10,
  v: 5,
  i: 1,
};
const NUMERAL = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/;

/** Returns the whole number that English words, a Roman numeral or figures mean, or null. */
export function wordsToNumber(text: string): number | null {
  const lower = text.trim().toLowerCase();
  if (/^(-?[0-9]{1,3}(,[0-9]{3})+|-?[0-9]{1,15})$/.test(lower)) {
    return Number(lower.replaceAll(",", ""));
  }
  if (lower && NUMERAL.test(lower)) {
    return roman(lower);
  }
  const words = lower.split(/[\s-]+/);
  if (words[0] === "minus") {
    const number = read(words.slice(1));
    return number === null ? null : -number;
  }
  return read(words);
}

function read(words: string[]): number | null {
  let [total, group, known] = [0, 0, false];
  for (const word of words) {
    if (word === "and" && known) {
      continue;
    }
    const size = GROUPS[word];
    if (SMALL.includes(word)) {
      group += SMALL.indexOf(word);
    } else if (/^an?$/.test(word) && !known) {
      group += 1;
    } else if (TENS.includes(word)) {
      group += 20 + 10 * TENS.indexOf(word);
    } else if (word === "hundred") {
      group = Math.max(group, 1) * 100;
    } else if (size) {
      total += Math.max(group, 1) * size;
      group = 0;
    } else {
      return null;
    }
    known = true;
  }
  return known ? total + group : null;
}

function roman(numeral: string): number {
  const values = [...numeral].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}
