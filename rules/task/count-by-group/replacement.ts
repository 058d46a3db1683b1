/** Returns how often each value occurs, most frequent first. */
export function countByGroup(values: string[]): Record<string, number> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const value of values.map((value) => value.trim())) {
    if (value) {
      const name = names.get(value.toLowerCase()) ?? value;
      names.set(value.toLowerCase(), name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
