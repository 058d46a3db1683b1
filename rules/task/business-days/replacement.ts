/** Returns the days from Monday to Friday from start up to, not including, end. */
export function businessDays(
  start: string,
  end: string,
  holidays: string[],
): number | null {
  const [first, last] = [parse(start), parse(end)];
  if (!first || !last) {
    return null;
  }
  if (first > last) {
    return -(businessDays(end, start, holidays) ?? 0);
  }
  let count = 0;
  for (; first < last; first.setUTCDate(first.getUTCDate() + 1)) {
    const holiday = holidays.includes(first.toISOString().slice(0, 10));
    count += Number(first.getUTCDay() % 6 !== 0 && !holiday);
  }
  return count;
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
