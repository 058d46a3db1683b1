// What separates pairs that stand on one line; when empty, each has a line of its own.
const SEPARATOR: string = ""; // slot: separator

type Row = Map<string, string>;

/** Returns the rows of a text of pairs; an empty line or a section begins another row. */
export function parseStructured(text: string): Record<string, string>[] {
  const rows: Row[] = [new Map()];
  for (const line of text.split(SEPARATOR || "\n")) {
    const pair = /^\s*([^\s=:#][^=:]*?)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (!line.trim() || /^\s*\[[^\]]*\]\s*$/.test(line)) {
      rows.push(new Map());
    } else if (pair) {
      rows
        .at(-1)
        ?.set(pair[1] ?? "", (pair[2] ?? "").replace(/^"(.*)"$/, "$1"));
    }
  }
  return rows
    .filter((row) => row.size > 0)
    .map((row) => Object.fromEntries(row));
}
