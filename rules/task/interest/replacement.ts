// The "compound" value of a deposit, its "simple" interest, or a loan's "instalment".
const OPERATION: string = "compound"; // slot: operation

/** Returns a value at a yearly rate in percent, with some periods a year, to the cent. */
export function interest(
  principal: number,
  rate: number,
  years: number,
  periods: number,
): number | null {
  if (periods < 1) {
    return null;
  }
  const step = rate / 100 / periods;
  const count = years * periods;
  let value: number;
  if (OPERATION === "simple") {
    value = ((principal * rate) / 100) * years;
  } else if (OPERATION === "compound") {
    value = principal * (1 + step) ** count;
  } else if (count <= 0) {
    return null;
  } else if (step === 0) {
    value = principal / count;
  } else {
    value = (principal * step) / (1 - (1 + step) ** -count);
  }
  // The last digits of a double would make halves of a cent a matter of chance.
  return Math.round((Math.round(value * 1e6) / 1e6 + 1e-9) * 100) / 100;
}
