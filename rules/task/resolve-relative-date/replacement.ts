const FIXED: Record<string, number> = {
  today: 0,
  tonight: 0,
  tomorrow: 1,
  yesterday: -1,
  "day after tomorrow": 2,
  "day before yesterday": -2,
};
const NUMBERS = "one two three four five six seven eight nine ten".split(" ");
const WEEKDAYS =
  "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const COUNT = `([0-9]{1,4}|an?|${NUMBERS.join("|")})`;
const UNIT = "(day|week|month|year)";
const IN = new RegExp(`^in ${COUNT} ${UNIT}s?$`);
const FROM_NOW = new RegExp(`^${COUNT} ${UNIT}s? (ago|from now|from today)$`);
const NEXT = new RegExp(`^(next|last) ${UNIT}$`);
const WEEKDAY = /^(?:(next|last|this|on|coming) )?(\w+day)$/;

/** Returns the ISO date that an English phrase means on a given day, or null. */
export function resolveRelativeDate(
  text: string,
  today: string,
): string | null {
  const phrase = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\s-]/gu, " ")
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^the /, "");
  const start = parse(today);
  const found = start && (parse(phrase) ?? resolve(phrase, start));
  const year = found?.getUTCFullYear() ?? 0;
  return found && year >= 1 && year <= 9999
    ? found.toISOString().slice(0, 10)
    : null;
}

function resolve(phrase: string, start: Date): Date | null {
  const fixed = FIXED[phrase];
  if (fixed !== undefined) {
    return add(start, fixed, "day");
  }
  if (/^end of (the |this )?month$/.test(phrase)) {
    return new Date(
      Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0),
    );
  }
  let [, count = "", unit = "", direction = ""] =
    IN.exec(phrase) ?? FROM_NOW.exec(phrase) ?? [];
  if (count) {
    return add(start, (direction === "ago" ? -1 : 1) * number(count), unit);
  }
  [, direction = "", unit = ""] = NEXT.exec(phrase) ?? [];
  if (unit) {
    return add(start, direction === "last" ? -1 : 1, unit);
  }
  [, direction = "", unit = ""] = WEEKDAY.exec(phrase) ?? [];
  return weekday(start, unit, direction === "last");
}

function weekday(start: Date, name: string, back: boolean): Date | null {
  const wanted = WEEKDAYS.indexOf(name);
  if (wanted < 0) {
    return null;
  }
  const ahead = ((wanted - start.getUTCDay() + 6) % 7) + 1;
  return add(start, back ? (ahead % 7) - 7 : ahead, "day");
}

function number(word: string): number {
  const known = NUMBERS.indexOf(word) + 1;
  return /^an?$/.test(word) ? 1 : known || Number(word);
}

function add(start: Date, amount: number, unit: string): Date {
  const date = new Date(start);
  if (unit === "day" || unit === "week") {
    date.setUTCDate(date.getUTCDate() + amount * (unit === "week" ? 7 : 1));
    return date;
  }
  const day = date.getUTCDate();
  const months = amount * (unit === "year" ? 12 : 1);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  return date;
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
