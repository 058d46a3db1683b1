// The prefixes of the identifiers looked for; when empty, any in capital letters.
const PREFIXES: string[] = []; // slot: prefixes

const CANDIDATE =
  /\b([A-Za-z]{2,8})(?:[-_/#]?[0-9]|[-_/#][A-Za-z]+[-_/#]?[0-9])[A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*\b/g;

/** Returns the first identifier such as ORD-12345 in a text, or null. */
export function extractIdentifier(text: string): string | null {
  const wanted = new Set(PREFIXES.map((prefix) => prefix.toUpperCase()));
  for (const [identifier, prefix = ""] of text.matchAll(CANDIDATE)) {
    const digits = identifier.replace(/[^0-9]/g, "").length;
    const upper = prefix.toUpperCase();
    const known = wanted.size > 0 ? wanted.has(upper) : prefix === upper;
    if (known && digits >= 3) {
      return identifier;
    }
  }
  return null;
}
