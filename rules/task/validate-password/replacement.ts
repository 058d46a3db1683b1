// What a password must hold: lowercase, uppercase, digit, symbol.
const CLASSES: string[] = ["lowercase", "uppercase", "digit", "symbol"]; // slot: classes

const LEAST = 8;
const TESTS: Record<string, RegExp> = {
  lowercase: /\p{Lowercase}/u,
  uppercase: /\p{Uppercase}/u,
  digit: /[0-9]/,
  symbol: /[^\p{L}\p{N}]/u,
};

/** Returns whether a password is long enough and has a character of each class. */
export function validatePassword(password: string): boolean {
  return (
    [...password].length >= LEAST &&
    CLASSES.every((name) => TESTS[name]?.test(password))
  );
}
