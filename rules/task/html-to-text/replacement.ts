import { Parser } from "htmlparser2";

const SKIPPED = new Set(["script", "style", "template", "noscript", "title"]);
// prettier-ignore
const BLOCKS = new Set([
  "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
  "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
  "ol", "p", "pre", "section", "table", "tr", "ul",
]);

/** Returns the text that a reader of an HTML page sees, one line a block. */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let skipping = 0;
  const separate = (tag: string) => {
    if (BLOCKS.has(tag)) {
      parts.push("\0");
    } else if (tag === "td" || tag === "th") {
      parts.push(" ");
    }
  };
  const parser = new Parser({
    onopentag(tag) {
      skipping += Number(SKIPPED.has(tag));
      separate(tag);
    },
    onclosetag(tag) {
      skipping -= Number(SKIPPED.has(tag));
      separate(tag);
    },
    ontext(text) {
      if (skipping === 0) {
        parts.push(text.replaceAll("\0", ""));
      }
    },
  });
  parser.end(html);
  return parts
    .join("")
    .split("\0")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line)
    .join("\n");
}
