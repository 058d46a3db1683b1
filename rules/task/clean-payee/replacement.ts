// Words at the start of a line that mean a merchant, and its usual name.
const KNOWN: Record<string, string> = {
  AMZN: "Amazon",
  AMAZON: "Amazon",
  MCDONALDS: "McDonald's",
  "WM SUPERCENTER": "Walmart",
  "WAL-MART": "Walmart",
  NETFLIX: "Netflix",
};
const PREFIX =
  /^\s*(?:(?:POS(?: DEBIT| PURCHASE)?|(?:DEBIT )?CARD (?:PURCHASE|PAYMENT)(?: TO)?|PURCHASE(?: AUTHORIZED ON)?|CHECKCARD|CONTACTLESS|ACH (?:DEBIT|CREDIT)|DIRECT DEBIT|RECURRING PAYMENT|ONLINE PAYMENT|VISA|KARTENZAHLUNG|LASTSCHRIFT|PAIEMENT(?: CB)?|CB|COMPRA|PAGO)[ :-]+|(?:SQ|TST|PAYPAL|PP|SP|IZ|SUMUP) ?\*\s*|[0-9]{1,4}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?\s+)/i;
// Card numbers, references, dates: three digits in a word, or a sign that announces them.
const NOISE =
  /^(?:.*[0-9].*[0-9].*[0-9].*|[0-9]{1,2}[/.-][0-9]{1,2}|[xX*]{2,}[0-9]*|#.*)$/;
const PLACES =
  "US USA GB GBR UK DE DEU FR FRA ES ESP NL AL AZ CA CO CT FL GA IL MA MD MI MN NC NJ NV NY OH OR PA TX VA WA";
const TRAILERS = [...PLACES.split(" "), "CARD", "REF", "EUR", "USD", "GBP"];

/** Returns the merchant of a bank statement's line, without prefixes, numbers and places. */
export function cleanPayee(line: string): string {
  let rest = line.trim();
  let prefix = PREFIX.exec(rest);
  while (prefix && prefix[0].length < rest.length) {
    rest = rest.slice(prefix[0].length);
    prefix = PREFIX.exec(rest);
  }
  // Fields are padded with spaces, and what follows a star is the merchant's reference.
  const field = rest.split(/\s{2,}|\/\/|\\|\*/)[0] ?? "";
  const words = field.split(/\s+/).filter((word) => word && !NOISE.test(word));
  while (words.length > 1 && TRAILERS.includes(words.at(-1)!.toUpperCase())) {
    words.pop();
  }
  const name = words.join(" ").replace(/^[ ,.:-]+|[ ,.:-]+$/g, "");
  const upper = name.toUpperCase();
  for (const [start, known] of Object.entries(KNOWN)) {
    if (`${upper} `.startsWith(`${start} `) || upper.startsWith(`${start}.`)) {
      return known;
    }
  }
  return name === upper
    ? name
        .split(/([ -])/)
        .map(title)
        .join("")
    : name;
}

/** Puts a word into title case unless it is an abbreviation, as one without vowels is. */
function title(word: string): string {
  return /[AEIOUÄÖÜÉ]/.test(word)
    ? word.slice(0, 1) + word.slice(1).toLowerCase()
    : word;
}
