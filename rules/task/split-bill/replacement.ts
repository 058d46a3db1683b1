import { Decimal } from "decimal.js";

/** Returns the equal shares of a bill with a tip in percent; they add up to the cent. */
export function splitBill(
  total: number,
  tip: number,
  people: number,
): number[] | null {
  if (people < 1 || total < 0) {
    return null;
  }
  const whole = new Decimal(total).times(new Decimal(tip).plus(100));
  const cents = whole.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
  const share = Math.floor(cents / people);
  const rest = cents - share * people;
  return Array.from(
    { length: people },
    (_, person) => (share + Number(person < rest)) / 100,
  );
}
