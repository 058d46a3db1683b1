const URL_LIKE = /(?:https?:\/\/|www\.)[^\s<>"'`{}|\\^，。、）】」]+/giu;

/** Returns the first web address in a text, or null. */
export function extractUrl(text: string): string | null {
  for (const [match] of text.matchAll(URL_LIKE)) {
    const url = withoutPunctuation(match);
    if (url.replace(/^www\./, "").includes(".") || url.includes("localhost")) {
      return url;
    }
  }
  return null;
}

/** Drops what the sentence, not the address, put at the end. */
function withoutPunctuation(url: string): string {
  const count = (character: string) => url.split(character).length - 1;
  for (;;) {
    const last = url.at(-1) ?? "";
    const unopened =
      (last === ")" && count("(") < count(")")) ||
      (last === "]" && count("[") < count("]"));
    if (!last || (!".,;:!?*_~…".includes(last) && !unopened)) {
      return url;
    }
    url = url.slice(0, -1);
  }
}
