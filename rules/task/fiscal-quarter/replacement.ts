/** Returns the fiscal year and quarter of an ISO date, such as 2025-Q1, or null. */
export function fiscalQuarter(day: string, firstMonth: number): string | null {
  const date = parse(day);
  if (!date || firstMonth < 1 || firstMonth > 12) {
    return null;
  }
  const month = date.getUTCMonth() + 1;
  const quarter = Math.floor(((month - firstMonth + 12) % 12) / 3) + 1;
  const endsLater = firstMonth > 1 && month >= firstMonth;
  return `${date.getUTCFullYear() + Number(endsLater)}-Q${quarter}`;
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
