/** Returns the upper-case first letters of the words of a name. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/);
  const firsts = words.map((word) => [...word][0] ?? "");
  return firsts
    .filter((first) => /\p{L}/u.test(first))
    .join("")
    .toUpperCase();
}
