import { Decimal } from "decimal.js";

// The "gross" price of a net one, its "tax", or the "net" price of a gross one.
const OPERATION: string = "gross"; // slot: operation

/** Returns the gross price, tax or net price at a rate in percent, rounded to the cent. */
export function salesTax(amount: number, rate: number): number | null {
  const [price, share] = [new Decimal(amount), new Decimal(rate).div(100)];
  if (OPERATION === "net" && share.eq(-1)) {
    return null;
  }
  const result =
    OPERATION === "net"
      ? price.div(share.plus(1))
      : price.times(OPERATION === "tax" ? share : share.plus(1));
  return result.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber();
}
