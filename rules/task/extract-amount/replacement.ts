// prettier-ignore
const CURRENCIES: Record<string, string> = {
  "€": "EUR", euro: "EUR", euros: "EUR", $: "USD", us$: "USD", dollar: "USD",
  dollars: "USD", "£": "GBP", pound: "GBP", pounds: "GBP", "¥": "JPY", yen: "JPY",
  "₹": "INR", rs: "INR", zł: "PLN", "₽": "RUB", "₩": "KRW", fr: "CHF",
};
const CODES =
  "EUR|USD|GBP|JPY|INR|PLN|RUB|KRW|CHF|SEK|NOK|DKK|CZK|HUF|CNY|AUD|CAD|NZD|BRL|MXN|ZAR|TRY";
const SIGN = `US\\$|[€$£¥₹₽₩]|zł|(?:${CODES}|euros?|dollars?|pounds?|yen|Rs|Fr)\\b`;
const NUMBER =
  "[0-9]{1,3}(?:[.,'’ \\u00a0\\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?";
const AMOUNT = new RegExp(
  `(?:(${SIGN})\\.?[ \\u00a0\\u202f]?(${NUMBER})\\b|\\b(${NUMBER})(?:,-|,–)?[ \\u00a0\\u202f]?(${SIGN}))`,
  "i",
);

interface Amount {
  amount: number;
  currency: string;
}

/** Returns the first amount of money in a text with its currency, or null. */
export function extractAmount(text: string): Amount | null {
  const found = AMOUNT.exec(text);
  if (!found) {
    return null;
  }
  const sign = found[1] ?? found[4] ?? "";
  const number = found[2] ?? found[3] ?? "";
  return {
    amount: value(number),
    currency: CURRENCIES[sign.toLowerCase()] ?? sign.toUpperCase(),
  };
}

/** Takes a separator before one or two last digits for the decimal point. */
function value(number: string): number {
  const fraction = /[.,]([0-9]{1,2})$/.exec(number);
  const whole = fraction ? number.slice(0, fraction.index) : number;
  return Number(`${whole.replace(/[^0-9]/g, "")}.${fraction?.[1] ?? "0"}`);
}
