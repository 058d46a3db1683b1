import { Parser } from "htmlparser2";

/** Returns the rows of the first table of an HTML page as texts of cells. */
export function htmlTable(html: string): string[][] {
  const rows: string[][] = [];
  let place: "before" | "between" | "cell" | "after" = "before";
  const write = (text: string) => {
    const row = rows.at(-1);
    if (place === "cell" && row) {
      row.push((row.pop() ?? "") + text);
    }
  };
  const parser = new Parser({
    onopentag(tag) {
      if (tag === "table" && place === "before") {
        place = "between";
      } else if (place === "before" || place === "after") {
        return;
      } else if (tag === "tr") {
        rows.push([]);
        place = "between";
      } else if (tag === "td" || tag === "th") {
        if (rows.length === 0) {
          rows.push([]);
        }
        rows.at(-1)?.push("");
        place = "cell";
      } else if (tag === "br") {
        write(" ");
      }
    },
    ontext: write,
    onclosetag(tag) {
      if (tag === "table" && place !== "before") {
        place = "after";
      } else if (["td", "th", "tr"].includes(tag) && place === "cell") {
        place = "between";
      }
    },
  });
  parser.end(html);
  return rows
    .filter((row) => row.length > 0)
    .map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim()));
}
