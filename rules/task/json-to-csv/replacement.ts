import { parse } from "csv-parse/sync";

type Item = Record<string, unknown>;

const TARGET: string = "csv"; // slot: target

/** Returns a JSON array of objects as CSV (or CSV as JSON), or null if it is no such array. */
export function jsonToCsv(document: string): string | null {
  if (TARGET === "json") {
    const [heads = [], ...rows] = parse(document, {
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    const objects = rows.map((row) =>
      Object.fromEntries(heads.map((head, i) => [head, row[i] ?? ""])),
    );
    return JSON.stringify(objects);
  }
  const records = parsed(document);
  if (!records) {
    return null;
  }
  const heads = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (heads.length === 0) {
    return "";
  }
  const rows = records.map((record) => heads.map((head) => cell(record[head])));
  // A lone empty field is quoted, for an empty line would be no record.
  const line = (row: string[]) =>
    row.length === 1 && row[0] === "" ? '""' : row.map(quoted).join(",");
  return [heads, ...rows].map((row) => `${line(row)}\n`).join("");
}

function cell(value: unknown): string {
  const text = value ?? "";
  return typeof text === "string" ? text : JSON.stringify(text);
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function parsed(document: string): Item[] | null {
  try {
    const value: unknown = JSON.parse(document);
    const isItem = (item: unknown) =>
      typeof item === "object" && item !== null && !Array.isArray(item);
    return Array.isArray(value) && value.every(isItem) ? value : null;
  } catch {
    return null;
  }
}
