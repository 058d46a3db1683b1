// What people write for zones, by the name in the tz database.
const ALIASES: Record<string, string> = {
  EST: "America/New_York",
  EDT: "America/New_York",
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PST: "America/Los_Angeles",
  PDT: "America/Los_Angeles",
  PT: "America/Los_Angeles",
  GMT: "UTC",
  UTC: "UTC",
  Z: "UTC",
  CET: "Europe/Paris",
  CEST: "Europe/Paris",
  JST: "Asia/Tokyo",
};
const DAY = 24 * 60 * 60 * 1000;

/** Returns a local ISO time of one zone as that of another, to the minute, or null. */
export function convertTimeZone(
  time: string,
  source: string,
  target: string,
): string | null {
  const wall = time.trim().replace(" ", "T");
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(wall)) {
    return null;
  }
  const local = Date.parse(`${wall}Z`);
  const [from, to] = [zone(source), zone(target)];
  // Date.parse reads the 30th of February as the 1st of March.
  const real =
    !Number.isNaN(local) && new Date(local).toISOString().startsWith(wall);
  if (!real || !from || !to) {
    return null;
  }
  const instant = utc(local, from);
  return new Date(instant + offset(instant, to)).toISOString().slice(0, 16);
}

/** The instant of a local time: the first where the clock shows it twice. */
function utc(local: number, zone: Intl.DateTimeFormat): number {
  const before = local - offset(local - DAY, zone);
  const after = local - offset(local + DAY, zone);
  const shown = (instant: number) => instant + offset(instant, zone);
  return shown(before) !== local && shown(after) === local ? after : before;
}

/** How far the clock of a zone is ahead of UTC at an instant. */
function offset(instant: number, zone: Intl.DateTimeFormat): number {
  const parts = zone.formatToParts(instant).map(({ type, value }) => {
    return [type, value] as const;
  });
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
  const shown = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

function zone(name: string): Intl.DateTimeFormat | null {
  const known = ALIASES[name.trim().toUpperCase()] ?? name.trim();
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: known || "none",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  } catch {
    return null;
  }
}
