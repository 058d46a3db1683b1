type Item = Record<string, unknown>;

/** Returns the objects of a JSON array by the value of a field, or null if it is none. */
export function groupItems(
  document: string,
  field: string,
): Record<string, Item[]> | null {
  const records = parsed(document);
  if (!records) {
    return null;
  }
  const groups = new Map<string, Item[]>();
  for (const record of records) {
    const value = record[field] ?? "";
    const name = typeof value === "string" ? value : JSON.stringify(value);
    groups.set(name, [...(groups.get(name) ?? []), record]);
  }
  return Object.fromEntries(groups);
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
