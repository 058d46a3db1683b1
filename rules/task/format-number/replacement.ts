import { Decimal } from "decimal.js";

const GROUP: string = ","; // slot: group
const POINT: string = "."; // slot: point

/** Returns a number with grouped digits and a fixed number of decimals. */
export function formatNumber(number: number, decimals: number): string {
  const rounded = new Decimal(number).toDecimalPlaces(
    Math.max(decimals, 0),
    Decimal.ROUND_HALF_UP,
  );
  const digits = rounded.abs().toFixed(Math.max(decimals, 0));
  const [whole = "", fraction] = digits.split(".");
  const sign = rounded.lt(0) ? "-" : "";
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, GROUP);
  return sign + grouped + (fraction ? POINT + fraction : "");
}
