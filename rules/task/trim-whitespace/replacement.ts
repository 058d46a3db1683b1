/** Returns a text with single blanks, no blanks at the ends of lines and single blank lines. */
export function trimWhitespace(text: string): string {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/\s+/g, " "));
  return lines
    .filter((line, i) => line || (i > 0 && lines[i - 1]))
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}
