const ORDER: string = "ascending"; // slot: order

/** Returns items in alphabetical order, or by value where all are numbers. */
export function sortItems(items: string[]): string[] {
  const sign = ORDER === "descending" ? -1 : 1;
  const numeric = items.every((item) =>
    /^[+-]?[0-9]+(?:\.[0-9]+)?$/.test(item.trim()),
  );
  const key = numeric ? Number : folded;
  return items
    .map((item) => ({ item, key: key(item) }))
    .sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ item }) => item);
}

/** Compares without case and accents. */
function folded(item: string): string {
  return item
    .trim()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "");
}
