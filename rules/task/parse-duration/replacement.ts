// prettier-ignore
const SECONDS: [number, string][] = [
  [0.001, "ms msec millisecond milliseconds millisekunden millisecondes milisegundos"],
  [1, "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos"],
  [60, "m min mins minute minutes minuten minuto minutos"],
  [3600, "h hr hrs hour hours std stunde stunden heure heures hora horas"],
  [86400, "d day days t tag tage tagen jour jours día días dia dias"],
  [604800, "w wk week weeks woche wochen semaine semaines semana semanas"],
];
const UNITS = new Map(
  SECONDS.flatMap(([size, names]) =>
    names.split(" ").map((name): [string, number] => [name, size]),
  ),
);
const PART =
  /([0-9]+(?:[.,][0-9]+)?)\s*(\p{L}+)\.?(?:\s*(?:,|and|und|et|y|&)?\s+)?/uy;

/** Returns a duration in seconds, or null if the text is none. */
export function parseDuration(input: string): number | null {
  let text = input.trim().toLowerCase();
  const clock = /^(?:([0-9]+):)?([0-9]{1,2}):([0-9]{2}(?:\.[0-9]+)?)$/.exec(
    text,
  );
  if (clock) {
    return (
      Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3])
    );
  }
  const iso = /^p(?:([0-9]+)w)?(?:([0-9]+)d)?(?:t([0-9.,hms]+))?$/.exec(text);
  if (iso && text !== "p") {
    text = `${iso[1] ?? 0}w${iso[2] ?? 0}d${iso[3] ?? ""}`;
  }
  let [total, end] = [0, 0];
  PART.lastIndex = 0;
  for (let found = PART.exec(text); found; found = PART.exec(text)) {
    const size = UNITS.get(found[2] ?? "");
    if (size === undefined) {
      return null;
    }
    total += Number((found[1] ?? "").replace(",", ".")) * size;
    end = PART.lastIndex;
  }
  return end === text.length && text ? Math.round(total * 1e6) / 1e6 : null;
}
