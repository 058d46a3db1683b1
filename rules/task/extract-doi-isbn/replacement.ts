const DOI = /\b10\.[0-9]{4,9}\/[-._;()/:+<>A-Za-z0-9]+/;
const ISBN = /\b(?:97[89][- ]?)?[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx]\b/g;

/** Returns the first DOI in a text, else the first valid ISBN without hyphens, or null. */
export function extractDoiIsbn(text: string): string | null {
  const doi = DOI.exec(text);
  if (doi) {
    return withoutPunctuation(doi[0]);
  }
  for (const [found] of text.matchAll(ISBN)) {
    const digits = found.replace(/[- ]/g, "").toUpperCase();
    if (isIsbn(digits)) {
      return digits;
    }
  }
  return null;
}

/** Drops what the sentence, not the identifier, put at the end. */
function withoutPunctuation(text: string): string {
  const count = (sign: string) => doi.split(sign).length;
  let doi = text.replace(/[.,;:>]+$/, "");
  while (doi.endsWith(")") && count("(") < count(")")) {
    doi = doi.slice(0, -1).replace(/[.,;:>]+$/, "");
  }
  return doi;
}

function isIsbn(digits: string): boolean {
  const values = [...digits].map((digit) =>
    digit === "X" ? 10 : Number(digit),
  );
  const sum = (weight: (at: number) => number) =>
    values.reduce((total, value, at) => total + value * weight(at), 0);
  return values.length === 13
    ? sum((at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0
    : sum((at) => 10 - at) % 11 === 0;
}
