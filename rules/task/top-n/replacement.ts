type Item = Record<string, unknown>;

const ORDER: string = "largest"; // slot: order

/** Returns the records of a JSON array with the largest numbers in a field. */
export function topN(
  document: string,
  field: string,
  count: number,
): Item[] | null {
  const records = parsed(document);
  if (!records) {
    return null;
  }
  const sign = ORDER === "largest" ? -1 : 1;
  const known: { number: number; record: Item }[] = [];
  for (const record of records) {
    const number = numeric(record[field]);
    if (number !== null) {
      known.push({ number, record });
    }
  }
  return known
    .sort((a, b) => sign * (a.number - b.number))
    .slice(0, Math.max(count, 0))
    .map(({ record }) => record);
}

function numeric(value: unknown): number | null {
  if (typeof value === "number") {
    return value;
  }
  const plain =
    typeof value === "string" && /^-?[0-9]+(?:\.[0-9]+)?$/.test(value);
  return plain ? Number(value) : null;
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
