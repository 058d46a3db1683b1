const FREQUENCIES: Record<string, string> = {
  day: "DAILY",
  week: "WEEKLY",
  month: "MONTHLY",
  year: "YEARLY",
};
const SIMPLE: Record<string, string> = {
  daily: "FREQ=DAILY",
  weekly: "FREQ=WEEKLY",
  monthly: "FREQ=MONTHLY",
  yearly: "FREQ=YEARLY",
  annually: "FREQ=YEARLY",
  "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  "every weekend": "FREQ=WEEKLY;BYDAY=SA,SU",
};
const PLACES: Record<string, string> = {
  first: "1",
  second: "2",
  third: "3",
  fourth: "4",
  last: "-1",
};
const PLACE = "(?:on )?(?:the )?(first|second|third|fourth|last) (\\w+)";
const MONTH = "(?:monthly|(?:every|each) month)";
const PLACE_OF_MONTH = new RegExp(`^${PLACE} of (?:every|each|the) month$`);
const MONTH_ON_PLACE = new RegExp(`^${MONTH} ${PLACE}$`);
const MONTH_ON_DAY = new RegExp(
  `^${MONTH} on (?:the |day )?([0-9]{1,2})(?:st|nd|rd|th)?$`,
);
const EVERY =
  /^(?:every|each) (?:(other|[0-9]{1,3}) )?(day|week|month|year)s?(?: on (.+))?$/;
const DAY =
  /^(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?$/;

/** Returns the RFC 5545 rule of an English phrase such as "every 2 weeks on Friday", or null. */
export function parseRecurrence(text: string): string | null {
  const phrase = text
    .toLowerCase()
    .replace(/[\s,&]+/g, " ")
    .trim();
  const simple = SIMPLE[phrase];
  if (simple) {
    return simple;
  }
  const placed = PLACE_OF_MONTH.exec(phrase) ?? MONTH_ON_PLACE.exec(phrase);
  if (placed) {
    const day = days(placed[2] ?? "");
    return day ? `FREQ=MONTHLY;BYDAY=${PLACES[placed[1] ?? ""]}${day}` : null;
  }
  const onDay = MONTH_ON_DAY.exec(phrase);
  if (onDay) {
    const number = Number(onDay[1]);
    return number >= 1 && number <= 31
      ? `FREQ=MONTHLY;BYMONTHDAY=${number}`
      : null;
  }
  return every(phrase);
}

function every(phrase: string): string | null {
  const found = EVERY.exec(phrase);
  if (found) {
    const [, times = "1", unit = "", on = ""] = found;
    const count = times === "other" ? 2 : Number(times);
    const codes = days(on);
    if (count < 1 || (on && (!codes || unit !== "week"))) {
      return null;
    }
    const interval = count > 1 ? `;INTERVAL=${count}` : "";
    const byDay = codes ? `;BYDAY=${codes}` : "";
    return `FREQ=${FREQUENCIES[unit]}${interval}${byDay}`;
  }
  const codes = days(phrase.replace(/^(every|each|weekly on|on) /, ""));
  return codes ? `FREQ=WEEKLY;BYDAY=${codes}` : null;
}

/** The codes of weekdays, MO,TH; none if any word is something else. */
function days(text: string): string | null {
  const words = text.split(" ").filter((word) => word && word !== "and");
  const codes = words.map((word) =>
    DAY.exec(word)?.[1]?.slice(0, 2).toUpperCase(),
  );
  return codes.length > 0 && codes.every(Boolean) ? codes.join(",") : null;
}
