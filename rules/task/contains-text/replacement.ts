const MODE: string = "any"; // slot: mode

/** Returns whether one (or all) of the strings stand in a text as words, in any case. */
export function containsText(text: string, strings: string[]): boolean {
  const lower = text.toLowerCase();
  const found = strings.map(
    (string) => string !== "" && stands(lower, string.toLowerCase()),
  );
  return MODE === "all"
    ? found.length > 0 && found.every(Boolean)
    : found.some(Boolean);
}

function stands(text: string, string: string): boolean {
  const escaped = string.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&");
  const start = /^[\p{L}\p{N}_]/u.test(string) ? "(?<![\\p{L}\\p{N}_])" : "";
  const end = /[\p{L}\p{N}_]$/u.test(string) ? "(?![\\p{L}\\p{N}_])" : "";
  return new RegExp(start + escaped + end, "u").test(text);
}
