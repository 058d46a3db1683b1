/** Returns items as a phrase: 'a', 'a and b', 'a, b and c'. */
export function joinList(items: string[], conjunction: string): string {
  const kept = items.map((item) => item.trim()).filter((item) => item);
  const last = kept.pop() ?? "";
  return kept.length ? `${kept.join(", ")} ${conjunction} ${last}` : last;
}
