/** Returns a text of at most so many characters, cut at a word where possible. */
export function truncateText(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) {
    return text;
  }
  if (limit < 1) {
    return "";
  }
  const room = characters.slice(0, limit - 1).join("");
  const whole = /^\s$/.test(characters[limit - 1] ?? "")
    ? room
    : room.split(" ").slice(0, -1).join(" ");
  return (whole.trimEnd() || room) + "…";
}
