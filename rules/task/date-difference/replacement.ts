const DAY = 24 * 60 * 60 * 1000;

/** Returns the days from one ISO date to another, or null if either is no date. */
export function daysBetween(start: string, end: string): number | null {
  const [first, last] = [midnight(start), midnight(end)];
  return first === null || last === null ? null : (last - first) / DAY;
}

/** Counts in UTC, where every day has 24 hours. */
function midnight(text: string): number | null {
  const day = text.trim().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    return null;
  }
  const time = Date.parse(`${day}T00:00:00Z`);
  // Date.parse reads 2023-02-30 as the 2nd of March.
  const real =
    !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return real ? time : null;
}
