// Short lists to start with; better: a local entity model.
// prettier-ignore
const [FIRST, ORGANISATION, PLACES, SKIPPED] = [
  "john,mary,james,anna,maria,peter,paul,david,sarah,michael,laura,thomas,emma,lisa,robert,angela,tim,susan,marie,jean",
  "inc,ltd,gmbh,ag,corp,llc,plc,corporation,company,university,bank,institute,group,foundation,ministry,council",
  "paris,london,berlin,madrid,rome,vienna,tokyo,new york,san francisco,germany,france,spain,italy,japan,china,india,brazil,canada,australia,switzerland,austria,europe",
  "a,an,the,in,on,at,from,to,of,and,but,he,she,it,they,we,i,when,after,for,with,by,is,was",
].map((words) => new Set(words.split(","))) as [Set<string>, Set<string>, Set<string>, Set<string>];
const WORD = "[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ'’-]*";
const TITLE = /\b(?:Mr|Mrs|Ms|Dr|Prof)\.? /g;
const RUN = new RegExp(`(\\t)?(${WORD}(?: (?:of )?${WORD})*)`, "g");

/** Returns the persons, organisations and places that an English text names. */
export function extractEntities(text: string): Record<string, string[]> {
  const found = {
    persons: [] as string[],
    organisations: [] as string[],
    places: [] as string[],
  };
  for (const [, title, run = ""] of text.replace(TITLE, "\t").matchAll(RUN)) {
    const words = run.split(" ");
    while (SKIPPED.has(words[0]?.toLowerCase() ?? "")) {
      words.shift();
    }
    const name = words.join(" ");
    const kind = kindOf(title !== undefined, words);
    if (kind && !found[kind].includes(name)) {
      found[kind].push(name);
    }
  }
  return found;
}

function kindOf(
  title: boolean,
  words: string[],
): "persons" | "organisations" | "places" | null {
  const lower = words.map((word) => word.toLowerCase());
  if (words.length === 0) {
    return null;
  }
  if (title) {
    return "persons";
  }
  if (words.length > 1 && lower.some((word) => ORGANISATION.has(word))) {
    return "organisations";
  }
  if (PLACES.has(lower.join(" "))) {
    return "places";
  }
  return FIRST.has(lower[0] ?? "") ? "persons" : null;
}
