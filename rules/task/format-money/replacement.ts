import { Decimal } from "decimal.js";

const SIGNS: Record<string, string> = {
  EUR: "€",
  USD: "$",
  GBP: "£",
  JPY: "¥",
  KRW: "₩",
  INR: "₹",
};
const WITHOUT_DECIMALS = ["JPY", "KRW", "HUF", "CLP", "ISK", "VND"];

/** Returns an amount in English style, such as €1,234.50 or CHF 1,234.50. */
export function formatMoney(amount: number, currency: string): string {
  const code = currency.trim().toUpperCase();
  const places = WITHOUT_DECIMALS.includes(code) ? 0 : 2;
  const rounded = new Decimal(amount).toDecimalPlaces(
    places,
    Decimal.ROUND_HALF_UP,
  );
  const [whole = "", fraction] = rounded.abs().toFixed(places).split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  const minus = rounded.lt(0) ? "-" : "";
  const sign = SIGNS[code] ?? (code ? `${code} ` : "");
  return minus + sign + grouped + (fraction ? `.${fraction}` : "");
}
