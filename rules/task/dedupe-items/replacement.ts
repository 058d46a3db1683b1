/** Returns the items without repetitions, which may differ in case and spacing; the first stays. */
export function dedupeItems(items: string[]): string[] {
  const first = new Map<string, string>();
  for (const item of items) {
    const key = item.toLowerCase().trim().replace(/\s+/g, " ");
    if (!first.has(key)) {
      first.set(key, item);
    }
  }
  return [...first.values()];
}
