const ROUTES: Record<string, string> = { "DE-": "Hamburg", "FR-": "Lyon" }; // slot: table
const DEFAULT: string = "other"; // slot: constant

/** Returns the label of the longest prefix that a text begins with, or the default. */
export function routeByPrefix(text: string): string {
  const lower = text.trim().toLowerCase();
  const fitting = Object.entries(ROUTES)
    .filter(([prefix]) => lower.startsWith(prefix.toLowerCase()))
    .sort(([a], [b]) => b.length - a.length);
  return fitting[0]?.[1] ?? DEFAULT;
}
