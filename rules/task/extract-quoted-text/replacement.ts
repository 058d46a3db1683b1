// What stands before and after the text; when empty, quotation marks of all kinds.
const OPEN: string = ""; // slot: open
const CLOSE: string = ""; // slot: close

const QUOTED =
  /"([^"\n]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』/g;

/** Returns the texts in quotation marks, in order. */
export function extractQuotedText(text: string): string[] {
  const escape = (sign: string) =>
    sign.replace(/[$()*+./?[\\\]^{|}-]/g, "\\$&");
  const pattern =
    OPEN && CLOSE
      ? new RegExp(`${escape(OPEN)}(.+?)${escape(CLOSE)}`, "gs")
      : QUOTED;
  return [...text.matchAll(pattern)]
    .map((found) => (found.slice(1).find((group) => group) ?? "").trim())
    .filter((quotation) => quotation);
}
