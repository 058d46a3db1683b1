// What a text must mention for a category; if none is given, the known words below.
const TABLE: Record<string, string> = {}; // slot: table
// The categories that the application knows; none given means all of the table.
const LABELS: string[] = []; // slot: labels

const KNOWN = `
groceries supermarket|grocery|groceries|lidl|aldi|rewe|edeka|tesco|sainsbury|carrefour;
groceries whole foods|trader joe|kroger|mercadona|bakery|butcher|milk|bread|vegetable|fruit;
restaurants restaurant|cafe|coffee|starbucks|mcdonald|burger king|kfc|subway|pizza|pizzeria;
restaurants bistro|sushi|doordash|deliveroo|uber eat|bar|lunch|dinner;
transport uber|lyft|taxi|train|bus|metro|parking|fuel|petrol|gas station|shell|esso|toll;
transport railway|deutsche bahn|sncf|bike rental;
travel hotel|airbnb|hostel|flight|airline|airway|lufthansa|ryanair|easyjet|booking.com;
travel expedia; housing rent|landlord|mortgage|ikea|furniture|plumber;
utilities electricity|water bill|heating|internet|broadband|phone bill|mobile plan|vodafone;
utilities telekom|verizon|comcast;
subscriptions netflix|spotify|disney+|youtube premium|icloud|dropbox|subscription;
subscriptions membership;
entertainment cinema|theatre|theater|concert|museum|steam|playstation|ticket;
health pharmacy|doctor|dentist|hospital|clinic|optician|physiotherapy|vitamin;
fitness gym|fitness|yoga|swimming pool;
shopping amazon|ebay|zara|h&m|clothing|clothes|shoe|electronics|apple store|bookshop;
shopping bookstore; education school|tuition|university|course|textbook;
insurance insurance|allianz|axa; income salary|payroll|wage|dividend|refund;
fees bank fee|account fee|atm|overdraft
`;

/** Returns the category of a transaction by its merchant or words, or null if none is known. */
export function categoriseTransaction(text: string): string | null {
  const plain = fold(text);
  const labels = new Map(LABELS.map((label) => [label.toLowerCase(), label]));
  const own = Object.entries(TABLE);
  const rows = own.length > 0 ? own : known();
  rows.sort(([a], [b]) => b.length - a.length);
  for (const [keyword, category] of rows) {
    const label = labels.get(category.toLowerCase());
    if ((label || LABELS.length === 0) && mentions(plain, fold(keyword))) {
      return label ?? category;
    }
  }
  return null;
}

function known(): [string, string][] {
  return KNOWN.split(";").flatMap((row) => {
    const [category = "", keywords = ""] = row.trim().split(/ (.*)/s);
    return keywords
      .split("|")
      .map((keyword): [string, string] => [keyword, category]);
  });
}

/** Whether a text holds a keyword, or its plural, as a word. */
function mentions(text: string, keyword: string): boolean {
  const escaped = keyword.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
  const word = "[\\p{L}\\p{N}_]";
  const end = /[\p{L}\p{N}_]$/u.test(keyword) ? `s?(?!${word})` : "";
  return new RegExp(`(?<!${word})${escaped}${end}`, "u").test(text);
}

/** Makes texts comparable: no case, no accents, single spaces. */
function fold(text: string): string {
  const letters = text.toLowerCase().normalize("NFKD");
  return letters
    .replace(/[\u0300-\u036f]/g, "")
    .trim()
    .replace(/\s+/g, " ");
}
