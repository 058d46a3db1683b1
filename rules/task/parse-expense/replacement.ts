// prettier-ignore
const CURRENCIES: Record<string, string> = {
  "€": "EUR", euro: "EUR", euros: "EUR", $: "USD", dollar: "USD", dollars: "USD",
  bucks: "USD", "£": "GBP", pound: "GBP", pounds: "GBP", "¥": "JPY", yen: "JPY",
  "₹": "INR", rs: "INR", "₽": "RUB", zł: "PLN", "₫": "VND", đ: "VND", "₴": "UAH",
};
// prettier-ignore
const FILLER = new Set([
  "", "i", "spent", "spend", "paid", "pay", "bought", "for", "on", "at", "a", "an", "the", "cost", "costs",
  "ich", "habe", "ausgegeben", "bezahlt", "gekauft", "für", "ein", "eine", "einen", "gasté", "pagué",
  "compré", "en", "de", "por", "un", "una", "el", "la", "j'ai", "dépensé", "payé", "acheté", "pour", "du",
]);
const SIGN =
  "[€$£¥₹₽₫₴đ]|zł|(?:EUR|USD|GBP|JPY|INR|RUB|PLN|CHF|VND|UAH|euros?|dollars?|bucks|pounds?|yen|Rs)\\b";
const AMOUNT = new RegExp(
  `(?:(${SIGN})\\.? ?)?([0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?)` +
    `(?:(k)\\b)?(?: ?(${SIGN}))?`,
  "i",
);

interface Expense {
  amount: number;
  currency: string;
  description: string;
}

/** Returns amount, currency and description of an expense, or null without an amount. */
export function parseExpense(message: string): Expense | null {
  const text = message.trim().replace(/\s+/g, " ");
  const found = AMOUNT.exec(text);
  if (!found) {
    return null;
  }
  const sign = (found[1] ?? found[4] ?? "").toLowerCase();
  const after = text.slice(found.index + found[0].length);
  const rest = `${text.slice(0, found.index)} ${after}`.split(" ");
  const isFiller = (word = "") => FILLER.has(bare(word).toLowerCase());
  while (rest.length > 0 && isFiller(rest[0])) {
    rest.shift();
  }
  while (rest.length > 0 && isFiller(rest.at(-1))) {
    rest.pop();
  }
  return {
    amount: value(found[2] ?? "") * (found[3] ? 1000 : 1),
    currency: CURRENCIES[sign] ?? sign.toUpperCase(),
    description: bare(rest.filter((word) => word).join(" ")),
  };
}

function bare(text: string): string {
  return text.replace(/^[.,:;!–\- ]+|[.,:;!–\- ]+$/g, "");
}

/** Takes a separator before one or two last digits for the decimal point. */
function value(number: string): number {
  const fraction = /[.,]([0-9]{1,2})$/.exec(number);
  const whole = fraction ? number.slice(0, fraction.index) : number;
  return Number(`${whole.replace(/[^0-9]/g, "")}.${fraction?.[1] ?? "0"}`);
}
