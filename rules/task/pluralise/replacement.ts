// prettier-ignore
const IRREGULAR: Record<string, string> = {
  man: "men", woman: "women", child: "children", person: "people", foot: "feet",
  tooth: "teeth", goose: "geese", mouse: "mice", ox: "oxen", leaf: "leaves",
  life: "lives", knife: "knives", wife: "wives", half: "halves", shelf: "shelves",
  wolf: "wolves", loaf: "loaves", thief: "thieves", self: "selves", calf: "calves",
  analysis: "analyses", basis: "bases", crisis: "crises", thesis: "theses",
  criterion: "criteria", phenomenon: "phenomena", datum: "data", hero: "heroes",
  potato: "potatoes", tomato: "tomatoes", echo: "echoes", quiz: "quizzes",
  sheep: "sheep", fish: "fish", deer: "deer", series: "series", species: "species",
  news: "news", information: "information", equipment: "equipment", money: "money",
};

/** Returns the plural of an English noun in the singular. */
export function pluralise(noun: string): string {
  const trimmed = noun.trim();
  const word = /[A-Za-z]*$/.exec(trimmed)?.[0] ?? "";
  return trimmed.slice(0, trimmed.length - word.length) + plural(word);
}

function plural(word: string): string {
  const lower = word.toLowerCase();
  const irregular = Object.hasOwn(IRREGULAR, lower) ? IRREGULAR[lower] : null;
  if (irregular) {
    const same = irregular[0] === lower[0];
    return same ? word[0] + irregular.slice(1) : irregular;
  }
  if (!word) {
    return word;
  }
  if (/(?:s|x|z|ch|sh)$/.test(lower)) {
    return word + "es";
  }
  return /[^aeiou]y$/.test(lower) ? word.slice(0, -1) + "ies" : word + "s";
}
