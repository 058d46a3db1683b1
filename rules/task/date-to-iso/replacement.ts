// Whether 03/04/2024 is March 4 ("month") or the 3rd of April ("day").
const FIRST: string = "month"; // slot: first

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?" +
  "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DATE = new RegExp(
  [
    String.raw`\b([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:T|\b)`,
    String.raw`\b((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})\b`,
    String.raw`\b([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})\b`,
    String.raw`\b([0-9]{1,2})(?:st|nd|rd|th|\.)?(?: of)?[ -]*${MONTH},?[ -]*([0-9]{4})\b`,
    String.raw`\b${MONTH} *([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})\b`,
  ].join("|"),
  "gi",
);

/** Returns the first calendar date in a text as YYYY-MM-DD, or null. */
export function dateToIso(text: string): string | null {
  for (const found of text.matchAll(DATE)) {
    const date = read(found.slice(1));
    if (date) {
      return date;
    }
  }
  return null;
}

function read(groups: (string | undefined)[]): string | null {
  const [y1, m1, d1, y2, m2, d2, a, separator, b, y3, d4, m4, y4, m5, d5, y5] =
    groups;
  if (y1 || y2) {
    return iso(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2));
  }
  const name = m4 ?? m5;
  if (name) {
    const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    return iso(Number(y4 ?? y5), month, Number(d4 ?? d5));
  }
  const [first, second] = [Number(a), Number(b)];
  let year = Number(y3);
  if (y3?.length === 2) {
    year += year < 69 ? 2000 : 1900;
  }
  const dayFirst = separator === "." || FIRST === "day" || first > 12;
  return dayFirst && second <= 12
    ? iso(year, second, first)
    : iso(year, first, second);
}

/** Writes a date, or nothing for one such as the 31st of February. */
function iso(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
