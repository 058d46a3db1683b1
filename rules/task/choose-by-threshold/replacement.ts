// The least value for a label; below all of them the default holds.
const LIMITS: Record<string, string> = { "80": "high", "50": "medium" }; // slot: table
const DEFAULT: string = "low"; // slot: constant

/** Returns the label of the highest limit that a value reaches, or the default. */
export function chooseByThreshold(value: number): string {
  const reached = Object.entries(LIMITS)
    .filter(([limit]) => value >= Number(limit))
    .sort(([a], [b]) => Number(b) - Number(a));
  return reached[0]?.[1] ?? DEFAULT;
}
