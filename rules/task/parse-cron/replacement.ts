const FIELDS = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  month: [1, 12],
  weekday: [0, 7],
} as const;
const NAMES: Record<string, string[]> = {
  month: "jan feb mar apr may jun jul aug sep oct nov dec".split(" "),
  weekday: "sun mon tue wed thu fri sat".split(" "),
};
const SHORT = new Map([
  ["@hourly", "0 * * * *"],
  ["@daily", "0 0 * * *"],
  ["@midnight", "0 0 * * *"],
  ["@weekly", "0 0 * * 0"],
  ["@monthly", "0 0 1 * *"],
  ["@yearly", "0 0 1 1 *"],
  ["@annually", "0 0 1 1 *"],
]);

/** Returns the numbers that each field of a cron expression allows, or null. */
export function parseCron(expression: string): Record<string, number[]> | null {
  const lower = expression.trim().toLowerCase();
  const parts = (SHORT.get(lower) ?? lower).split(/\s+/);
  const fields = Object.entries(FIELDS);
  if (parts.length !== fields.length) {
    return null;
  }
  const numbers: Record<string, number[]> = {};
  for (const [index, [name, [low, high]]] of fields.entries()) {
    const items = (parts[index] ?? "").split(",");
    const values = items.map((item) => numbersOf(item, name, low, high));
    if (values.includes(null)) {
      return null;
    }
    const weekday = (value: number) => (name === "weekday" ? value % 7 : value);
    const allowed = new Set(values.flatMap((list) => list ?? []).map(weekday));
    numbers[name] = [...allowed].sort((a, b) => a - b);
  }
  return numbers;
}

/** Returns the numbers of '*', '5', '1-5' or '10-20/5', or null. */
function numbersOf(
  item: string,
  field: string,
  low: number,
  high: number,
): number[] | null {
  const [span = "", stepText] = item.split(/\/(.*)/s);
  const [startText = "", endText] = span.split(/-(.*)/s);
  const step = stepText === undefined ? 1 : number(stepText, "");
  let start = number(startText, field);
  let end = endText === undefined ? start : number(endText, field);
  if (span === "*") {
    [start, end] = [low, field === "weekday" ? high - 1 : high];
  } else if (endText === undefined && stepText !== undefined) {
    end = high;
  }
  if (
    start === null ||
    end === null ||
    !step ||
    start < low ||
    start > end ||
    end > high
  ) {
    return null;
  }
  const values: number[] = [];
  for (let value = start; value <= end; value += step) {
    values.push(value);
  }
  return values;
}

function number(text: string, field: string): number | null {
  const at = NAMES[field]?.indexOf(text) ?? -1;
  if (at >= 0) {
    return at + Number(field === "month");
  }
  return /^[0-9]{1,2}$/.test(text) ? Number(text) : null;
}
