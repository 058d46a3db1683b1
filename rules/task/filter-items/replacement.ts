type Item = Record<string, unknown>;

const SIGNS: Record<string, number[]> = {
  "=": [0],
  "!=": [-1, 1],
  "<": [-1],
  "<=": [-1, 0],
  ">": [1],
  ">=": [0, 1],
};

/** Returns the records of a JSON array whose field satisfies a comparison. */
export function filterItems(
  document: string,
  field: string,
  operator: string,
  value: string,
): Item[] | null {
  const records = parsed(document);
  return (
    records?.filter((record) => {
      const found = record[field] ?? null;
      return found !== null && holds(found, operator, value);
    }) ?? null
  );
}

function holds(found: unknown, operator: string, value: string): boolean {
  const text = typeof found === "string" ? found : JSON.stringify(found);
  const left = text.trim().toLowerCase();
  const right = value.trim().toLowerCase();
  if (operator === "contains") {
    return left.includes(right);
  }
  const numeric = [left, right].every((side) =>
    /^-?[0-9]+(?:\.[0-9]+)?$/.test(side),
  );
  const [a, b] = numeric ? [Number(left), Number(right)] : [left, right];
  const order = a < b ? -1 : a > b ? 1 : 0;
  return SIGNS[operator]?.includes(order) ?? false;
}

function parsed(document: string): Item[] | null {
  try {
    const value: unknown = JSON.parse(document);
    const isItem = (item: unknown) =>
      typeof item === "object" && item !== null && !Array.isArray(item);
    return Array.isArray(value) && value.every(isItem) ? value : null;
  } catch {
    return null;
  }
}
