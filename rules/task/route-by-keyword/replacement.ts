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
    // ".pdf" and "c++" may touch a word where they have no letter themselves.
    const start = /^[\p{L}\p{N}_]/u.test(keyword) ? "(?<![\\p{L}\\p{N}_])" : "";
    const end = /[\p{L}\p{N}_]$/u.test(keyword) ? "s?(?![\\p{L}\\p{N}_])" : "";
    const word = new RegExp(start + escaped + end, "u");
    if (word.test(lower)) {
      return label;
    }
  }
  return DEFAULT;
}
