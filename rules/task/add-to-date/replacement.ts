const DAYS: Record<string, number> = { day: 1, week: 7 };
const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/** Returns an ISO date moved by an amount of days, weeks, months, years or business days. */
export function addToDate(
  day: string,
  amount: number,
  unit: string,
): string | null {
  const date = parse(day);
  const name = unit.toLowerCase().trim().replace(/\s+/g, " ").replace(/s$/, "");
  if (!date) {
    return null;
  }
  const [days, months] = [DAYS[name], MONTHS[name]];
  if (days) {
    date.setUTCDate(date.getUTCDate() + amount * days);
  } else if (months) {
    addMonths(date, amount * months);
  } else if (name === "business day") {
    addBusinessDays(date, amount);
  } else {
    return null;
  }
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}

/** The end of a month stays in its month. */
function addMonths(date: Date, months: number): void {
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
}

function addBusinessDays(date: Date, amount: number): void {
  for (let left = Math.abs(amount); left > 0;) {
    date.setUTCDate(date.getUTCDate() + Math.sign(amount));
    left -= Number(date.getUTCDay() % 6 !== 0);
  }
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
