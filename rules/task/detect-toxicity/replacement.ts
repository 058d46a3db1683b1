// Better: a classifier, or the list of your community.
// prettier-ignore
const INSULTS = [
  "idiot", "idiots", "moron", "stupid", "dumb", "loser", "bastard", "jerk", "scum", "trash",
  "shut up", "hate you", "kill you", "kill yourself", "go to hell", "screw you", "damn you",
];
const [SIGNS, LETTERS] = ["013457@$!", "oieastasi"];

/** Returns whether an English comment holds an insult of the list. */
export function detectToxicity(text: string): boolean {
  const plain = ` ${folded(text)} `;
  return INSULTS.some((insult) => plain.includes(` ${folded(insult)} `));
}

/** Letters for look-alikes, other signs as blanks, repeated letters once. */
function folded(text: string): string {
  const letters = text
    .toLowerCase()
    .replace(/[013457@$!]/g, (sign) => LETTERS[SIGNS.indexOf(sign)] ?? sign);
  const words = letters.match(/[a-z]+/g) ?? [];
  return words.map((word) => word.replace(/(.)\1+/g, "$1")).join(" ");
}
