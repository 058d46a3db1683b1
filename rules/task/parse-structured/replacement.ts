import { parse } from "csv-parse/sync";

const FORMAT: string = "csv"; // slot: format

type Row = Record<string, string>;

/** Returns the rows of a CSV table, of key-value lines or of a query string. */
export function parseStructured(text: string): Row[] {
  return rowsOf(text.trim()).filter((row) => Object.keys(row).length > 0);
}

function rowsOf(text: string): Row[] {
  switch (FORMAT) {
    case "key-value":
      // An empty line begins another row.
      return text.split(/\r?\n[ \t]*\r?\n/).map(pairs);
    case "query": {
      const query = text.replace(/#.*/s, "").replace(/^.*\?/s, "");
      return [Object.fromEntries(new URLSearchParams(query))];
    }
  }
  return table(text);
}

function pairs(block: string): Row {
  const row = new Map<string, string>();
  for (const line of block.split(/\r?\n/)) {
    const pair = /^\s*([^\s=:#][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (pair) {
      row.set(pair[1] ?? "", (pair[2] ?? "").replace(/^"(.*)"$/, "$1"));
    }
  }
  return Object.fromEntries(row);
}

/** Reads a table with the separator that is most frequent in its head. */
function table(text: string): Row[] {
  const head = text.split("\n", 1)[0] ?? "";
  const count = (separator: string) => head.split(separator).length;
  const separator = [",", ";", "\t", "|"].reduce((best, next) =>
    count(next) > count(best) ? next : best,
  );
  const lines: string[][] = parse(text, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const [names = [], ...rows] = lines.map((line) =>
    line.map((cell) => cell.trim()),
  );
  return rows.map((row) =>
    Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])),
  );
}
