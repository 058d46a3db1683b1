// prettier-ignore
const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "herr", "frau", "m", "mme", "mlle", "sr", "sra", "ing", "dipl-ing", "rev"]);
// prettier-ignore
const PARTICLES = new Set(["van", "von", "vom", "zu", "zum", "de", "del", "della", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "ter", "ten", "bin", "ibn", "al", "el", "af", "av"]);
// prettier-ignore
const SUFFIXES = new Set(["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "msc", "bsc", "ba", "ma", "mba"]);

interface Name {
  title: string;
  first: string;
  middle: string;
  last: string;
  suffix: string;
}

/** Returns title, first, middle and last name and suffix of a full name, or null. */
export function parseName(name: string): Name | null {
  const at = name.indexOf(",");
  const split = (text: string) => text.split(/\s+/).filter((word) => word);
  const family = split(at < 0 ? name : name.slice(0, at));
  const given = at < 0 ? [] : split(name.slice(at + 1));
  let words = [...family, ...given];
  let start = -1;
  if (given.length > 0 && !SUFFIXES.has(key(given[0]))) {
    words = [...given, ...family];
    start = given.length - Number(PARTICLES.has(key(given.at(-1))));
  }
  const titles = count(words, TITLES);
  const end = words.length - count(words.slice(titles + 1).reverse(), SUFFIXES);
  if (titles >= end) {
    return null;
  }
  if (start < 0) {
    start = Math.max(end - 1, titles + 1);
    while (start > titles + 1 && PARTICLES.has(key(words[start - 1]))) {
      start -= 1;
    }
  }
  const part = (from: number, to: number) => words.slice(from, to).join(" ");
  return {
    title: part(0, titles),
    first: words[titles] ?? "",
    middle: part(titles + 1, start),
    last: part(Math.max(start, titles + 1), end),
    suffix: part(end, words.length),
  };
}

/** Counts the words at the beginning that are known. */
function count(words: string[], known: Set<string>): number {
  const first = words.findIndex((word) => !known.has(key(word)));
  return first < 0 ? words.length : first;
}

function key(word = ""): string {
  return word.toLowerCase().replaceAll(".", "").replace(/,+$/, "");
}
