import { Decimal } from "decimal.js";

const CURRENCY: string = "EUR"; // slot: currency

// prettier-ignore
const WITHOUT_CENTS = new Set(["CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"]);

/** Returns an amount in the target currency at a given rate, rounded to its smallest unit. */
export function convertCurrency(amount: number, rate: number): number {
  const places = WITHOUT_CENTS.has(CURRENCY) ? 0 : 2;
  return new Decimal(amount)
    .times(rate)
    .toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
    .toNumber();
}
