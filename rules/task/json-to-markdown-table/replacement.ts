type Item = Record<string, unknown>;

/** Returns a JSON array of objects as a Markdown table, or null if it is no such array. */
export function jsonToMarkdownTable(document: string): string | null {
  const records = parsed(document);
  if (!records) {
    return null;
  }
  const heads = [...new Set(records.flatMap((record) => Object.keys(record)))];
  if (heads.length === 0) {
    return "";
  }
  const rows = records.map((record) => heads.map((head) => cell(record[head])));
  const lines = [heads.map(cell), heads.map(() => "---"), ...rows];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cell(value: unknown): string {
  const plain = value ?? "";
  const text = typeof plain === "string" ? plain : JSON.stringify(plain);
  return text.replaceAll("|", "\\|").replace(/\r?\n/g, "<br>");
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
