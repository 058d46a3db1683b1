// What is masked, in this order.
const PATTERNS: [string, RegExp][] = [
  ["[EMAIL]", /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu],
  ["[IBAN]", /\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g],
  ["[IP]", /\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b/g],
  ["[CARD]", /\b[0-9](?:[ -]?[0-9]){12,18}\b/g],
  ["[PHONE]", /(?:\+|\b)[0-9](?:[ ()./-]{0,2}[0-9]){7,14}\b/g],
];

/** Returns a text with marks for addresses, card, account and phone numbers. */
export function maskPersonalData(text: string): string {
  for (const [mark, pattern] of PATTERNS) {
    text = text.replace(pattern, (found) => masked(mark, found));
  }
  return text;
}

/** A card number has a check digit; a date is no phone number. */
function masked(mark: string, found: string): string {
  const card = mark === "[CARD]" && !luhn(found);
  const date =
    mark === "[PHONE]" && /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])/.test(found);
  return card || date ? found : mark;
}

function luhn(number: string): boolean {
  const digits = [...number.replace(/[^0-9]/g, "")].map(Number).reverse();
  const values = digits.map((digit, i) =>
    i % 2 === 0 ? digit : 2 * digit - (digit > 4 ? 9 : 0),
  );
  return values.reduce((sum, value) => sum + value, 0) % 10 === 0;
}
