/** Returns the completed years between two ISO dates, or null. */
export function ageFromBirthdate(
  birthdate: string,
  today: string,
): number | null {
  const [born, now] = [parse(birthdate), parse(today)];
  if (!born || !now || born > now) {
    return null;
  }
  const day = (date: Date) => date.getUTCMonth() * 31 + date.getUTCDate();
  const beforeBirthday = day(now) < day(born);
  return now.getUTCFullYear() - born.getUTCFullYear() - Number(beforeBirthday);
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
