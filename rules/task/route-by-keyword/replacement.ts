// What a text must mention for a label; the first row that it mentions decides.
const ROUTES: Record<string, string> = { refund: "billing", crash: "bug" }; // slot: table
const DEFAULT: string = "other"; // slot: constant

/** Returns the label of the first keyword that a text mentions as a word, or the default. */
export function routeByKeyword(text: string): string {
  const lower = text.toLowerCase();
  for (const [keyword, label] of Object.entries(ROUTES)) {
    const escaped = keyword
      .toLowerCase()
      .replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
    const word = new RegExp(
      `(?<![\\p{L}\\p{N}_])${escaped}s?(?![\\p{L}\\p{N}_])`,
      "u",
    );
    if (word.test(lower)) {
      return label;
    }
  }
  return DEFAULT;
}
