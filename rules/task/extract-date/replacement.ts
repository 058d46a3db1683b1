// Which number of 3/5/2024 is the first: "month" or "day".
const ORDER: string = "month"; // slot: order

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const GERMAN = new Map([
  ["mär", "mar"],
  ["mai", "may"],
  ["okt", "oct"],
  ["dez", "dec"],
]);
const NAME =
  "(Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|Jun[ei]?" +
  "|Jul[yi]?|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)";
const DATE = new RegExp(
  "\\b(?:([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})" +
    "|([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})" +
    `|([0-9]{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]${NAME}\\.?,?[ -]([0-9]{4})` +
    `|${NAME}\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4}))\\b`,
  "gi",
);

/** Returns the first date in a text in ISO form, or null. */
export function extractDate(text: string): string | null {
  for (const found of text.matchAll(DATE)) {
    const date = iso(found);
    if (date) {
      return date;
    }
  }
  return null;
}

function iso(found: RegExpMatchArray): string | null {
  if (found[1]) {
    return checked(found[1], Number(found[2]), Number(found[3]));
  }
  if (found[7]) {
    const [first, second] = [Number(found[4]), Number(found[6])];
    const dayFirst = found[5] === "." || ORDER === "day" || first > 12;
    return dayFirst
      ? checked(found[7], second, first)
      : checked(found[7], first, second);
  }
  return found[9]
    ? checked(found[10], month(found[9]), Number(found[8]))
    : checked(found[13], month(found[11]), Number(found[12]));
}

function checked(year = "", month: number, day: number): string | null {
  const two = (number: number) => String(number).padStart(2, "0");
  const text = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${text}T00:00:00Z`);
  const exists =
    !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return exists && year !== "0000" ? text : null;
}

function month(name = ""): number {
  const short = name.slice(0, 3).toLowerCase();
  return MONTHS.indexOf(GERMAN.get(short) ?? short) + 1;
}
