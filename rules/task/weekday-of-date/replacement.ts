const NAMES = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(
  " ",
);

/** Returns the English name of an ISO date's weekday, or null. */
export function weekdayOfDate(day: string): string | null {
  const date = parse(day);
  return date ? (NAMES[date.getUTCDay()] ?? null) : null;
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
