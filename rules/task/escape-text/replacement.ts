const TARGET: string = "html"; // slot: target
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Returns a text escaped for HTML, for a JSON string or as a word of the shell. */
export function escapeText(text: string): string {
  if (TARGET === "json") {
    return JSON.stringify(text).slice(1, -1);
  }
  if (TARGET === "shell") {
    const safe = /^[A-Za-z0-9_@%+=:,./-]+$/.test(text);
    return safe ? text : `'${text.replaceAll("'", `'"'"'`)}'`;
  }
  return text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
}
