import { Decimal } from "decimal.js";

const MODE: string = "half-up"; // slot: mode

const MODES: Record<string, Decimal.Rounding> = {
  "half-even": Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
};

/** Returns a number rounded to some decimal places by the set rule; null if it is too large. */
export function roundNumber(value: number, places: number): number | null {
  if (Math.abs(value) >= 1e15 || places < 0 || places > 15) {
    return null;
  }
  const rule = MODES[MODE] ?? Decimal.ROUND_HALF_UP;
  return new Decimal(value).toDecimalPlaces(places, rule).toNumber();
}
