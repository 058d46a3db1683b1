import { parse } from "csv-parse/sync";

/** Returns the rows of a CSV table, with the names of its head line as keys. */
export function parseCsv(text: string): Record<string, string>[] {
  const body = text.trim();
  const head = body.split("\n", 1)[0] ?? "";
  const count = (separator: string) => head.split(separator).length;
  const separator = [",", ";", "\t", "|"].reduce((best, next) =>
    count(next) > count(best) ? next : best,
  );
  const lines: string[][] = parse(body, {
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
