// What a number must reach or satisfy for a label; the first row that holds decides.
const TABLE: Record<string, string> = { "90": "A", "80": "B", "70": "C" }; // slot: table
const DEFAULT: string = "F"; // slot: constant

const NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
const RANGE = new RegExp(
  `^\\s*${NUMBER}\\s*(?:-|–|to|\\.\\.)\\s*${NUMBER}\\s*$`,
);

/** Returns the label of the first row of the table that a number satisfies, or the default. */
export function pointsByTable(points: number): string {
  // JavaScript puts keys that are whole numbers first and in ascending order.
  const rows = Object.entries(TABLE).sort(([a], [b]) =>
    /^[0-9]+$/.test(a) && /^[0-9]+$/.test(b) ? Number(b) - Number(a) : 0,
  );
  const row = rows.find(([condition]) => holds(condition, points));
  return row ? row[1] : DEFAULT;
}

function holds(row: string, points: number): boolean {
  const range = RANGE.exec(row);
  if (range) {
    return Number(range[1]) <= points && points <= Number(range[2]);
  }
  const number = new RegExp(NUMBER).exec(row);
  if (!number) {
    return false;
  }
  const bound = Number(number[0]);
  const words = row.slice(0, number.index).toLowerCase();
  if (/<=|≤|up to|at most/.test(words)) {
    return points <= bound;
  }
  if (/<|below|under|less/.test(words)) {
    return points < bound;
  }
  return />(?!=)|above|over|more/.test(words)
    ? points > bound
    : points >= bound;
}
