const OPERATION: string = "union"; // slot: operation

/** Returns the union, intersection or difference of two lists, each entry once. */
export function mergeLists(first: string[], second: string[]): string[] {
  const others = new Set(second.map(key));
  const kept = {
    union: [...first, ...second],
    intersection: first.filter((item) => others.has(key(item))),
    difference: first.filter((item) => !others.has(key(item))),
  }[OPERATION];
  const unique = new Map<string, string>();
  for (const item of kept ?? []) {
    if (!unique.has(key(item))) {
      unique.set(key(item), item.trim());
    }
  }
  return [...unique.values()];
}

function key(item: string): string {
  return item.trim().toLowerCase();
}
