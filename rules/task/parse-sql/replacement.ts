const PART = '(?:"[^"]+"|`[^`]+`|\\[[^\\]]+\\]|[\\p{L}_][\\p{L}\\p{N}_$]*)';
const TOKEN = `--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|(${PART}(?:\\s*\\.\\s*${PART})*)|[(),;]`;
const OPENERS = new Set(["FROM", "JOIN", "INTO", "UPDATE", "TABLE", "USING"]);
const SKIPPED = new Set(["ONLY", "IF", "NOT", "EXISTS", "LATERAL"]);
const NOT_AFTER: Record<string, string[]> = {
  UPDATE: ["FOR", "KEY", "ON", "DO", "THEN"],
  FROM: ["DISTINCT"],
  TABLE: ["LOCK"],
};
// Functions with a FROM of their own: EXTRACT(YEAR FROM sold_at).
const FUNCTIONS = new Set([
  "EXTRACT",
  "SUBSTRING",
  "TRIM",
  "OVERLAY",
  "POSITION",
]);
// prettier-ignore
const WORDS = new Set([
  "WHERE", "ON", "SET", "GROUP", "ORDER", "LEFT", "RIGHT", "INNER", "OUTER", "FULL", "CROSS",
  "NATURAL", "JOIN", "USING", "UNION", "VALUES", "SELECT", "LIMIT", "HAVING", "WHEN", "AS", "FROM",
]);

/** Returns the names of the tables that an SQL statement reads or writes. */
export function parseSql(sql: string): string[] {
  const found = [...sql.matchAll(new RegExp(TOKEN, "gsu"))];
  const tokens = found
    .filter((match) => match[1] || /^[(),;]$/.test(match[0]))
    .map(([token]) => token);
  const words = tokens.map((token) => token.toUpperCase());
  const tables = new Set<string>();
  const names = new Set<string>();
  const calls: boolean[] = [];
  // 'next' expects a table, 'list' another one after a comma.
  let state: "" | "next" | "list" = "";
  for (const [at, token] of tokens.entries()) {
    const [before = "", word = ""] = [words[at - 1], words[at]];
    if (word === "(") {
      calls.push(FUNCTIONS.has(before));
      state = "";
    } else if (word === ")") {
      calls.pop();
      state = "";
    } else if (word === ",") {
      state = state === "list" ? "next" : "";
    } else if (OPENERS.has(word) && !NOT_AFTER[word]?.includes(before)) {
      const using =
        word === "USING" &&
        !words.includes("MERGE") &&
        !words.includes("DELETE");
      state = using || calls.at(-1) ? "" : "next";
    } else if (state === "next" && !SKIPPED.has(word)) {
      if (!WORDS.has(word)) {
        tables.add(bare(token));
      }
      state = WORDS.has(word) ? "" : "list";
    } else if (WORDS.has(word) && word !== "AS") {
      state = "";
    } else if (
      words.slice(0, at).includes("WITH") &&
      words[at + 1] === "AS" &&
      words[at + 2] === "("
    ) {
      names.add(bare(token).toLowerCase());
    }
  }
  return [...tables].filter((table) => !names.has(table.toLowerCase()));
}

/** Drops the quotes around each part. */
function bare(name: string): string {
  const parts = name.match(new RegExp(PART, "gu")) ?? [];
  return parts.map((part) => part.replace(/^["`[]|["`\]]$/g, "")).join(".");
}
