import { Parser } from "htmlparser2";

interface Link {
  text: string;
  url: string;
}

/** Returns text and address of every link of an HTML page. */
export function htmlLinks(html: string): Link[] {
  const links: Link[] = [];
  let url = "";
  let text = "";
  // Keeps the link that is open, if it leads to another page.
  const finish = () => {
    if (url && !/^(?:#|javascript:)/i.test(url)) {
      links.push({ text: text.replace(/\s+/g, " ").trim(), url });
    }
    url = text = "";
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === "a") {
        finish();
        url = (attributes["href"] ?? "").trim();
      }
    },
    ontext(piece) {
      text += piece;
    },
    onclosetag(tag) {
      if (tag === "a") {
        finish();
      }
    },
  });
  parser.end(html);
  finish();
  return links;
}
