const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const SIZES: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const SHIFTS: Record<string, number> = { this: 0, last: -1, next: 1 };
const DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
const TWO_DAYS = new RegExp(`^${DAY} ?(?:to|until|-|–|/) ?${DAY}$`);

type Ends = [Date, Date] | null;

/** Returns the first and the last ISO date that an English phrase means, or null. */
export function parseDateRange(text: string, today: string): string[] | null {
  const phrase = text.toLowerCase().trim().replace(/\s+/g, " ");
  const now = parse(today);
  const ends = now && (fixed(phrase) ?? relative(phrase, now));
  return ends ? ends.map((end) => end.toISOString().slice(0, 10)) : null;
}

function fixed(phrase: string): Ends {
  const days = TWO_DAYS.exec(phrase);
  if (days) {
    const [first, last] = [parse(days[1] ?? ""), parse(days[2] ?? "")];
    return first && last && first <= last ? [first, last] : null;
  }
  const quarter = /^q([1-4]) ([0-9]{4})$/.exec(phrase);
  if (quarter) {
    return months(Number(quarter[2]), Number(quarter[1]) * 3 - 3, 3);
  }
  const month = /^([a-z]{3})[a-z]*\.? ([0-9]{4})$/.exec(phrase);
  if (month && MONTHS.includes(month[1] ?? "")) {
    return months(Number(month[2]), MONTHS.indexOf(month[1] ?? ""), 1);
  }
  return /^[0-9]{4}$/.test(phrase) ? months(Number(phrase), 0, 12) : null;
}

function relative(phrase: string, now: Date): Ends {
  if (phrase === "today" || phrase === "yesterday") {
    const day = move(now, phrase === "today" ? 0 : -1);
    return [day, day];
  }
  if (phrase === "year to date" || phrase === "ytd") {
    return [new Date(Date.UTC(now.getUTCFullYear(), 0, 1)), now];
  }
  const last = /^(?:last|past) ([0-9]{1,4}) days$/.exec(phrase);
  if (last) {
    const first = move(now, 1 - Number(last[1]));
    return first <= now ? [first, now] : null;
  }
  const found = /^(this|last|next) (week|month|quarter|year)$/.exec(phrase);
  if (!found) {
    return null;
  }
  const [, way = "", unit = ""] = found;
  const shift = SHIFTS[way] ?? 0;
  if (unit === "week") {
    const monday = move(now, 7 * shift - ((now.getUTCDay() + 6) % 7));
    return [monday, move(monday, 6)];
  }
  const size = SIZES[unit] ?? 1;
  const start = Math.floor(now.getUTCMonth() / size) * size;
  return months(now.getUTCFullYear(), start + shift * size, size);
}

function move(day: Date, days: number): Date {
  const moved = new Date(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved;
}

/** The span of some months; the first counts from 0 and may lie outside of the year. */
function months(year: number, month: number, size: number): Ends {
  return [
    new Date(Date.UTC(year, month, 1)),
    new Date(Date.UTC(year, month + size, 0)),
  ];
}

/** Reads an ISO date, or nothing for one such as the 31st of February. */
function parse(text: string): Date | null {
  const day = text.trim();
  const date = new Date(`${day}T00:00:00Z`);
  const real =
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(day);
  return real ? date : null;
}
