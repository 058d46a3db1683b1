// ASCII punctuation and symbols, Latin-1's, general and CJK punctuation.
const MARKS =
  /[!-/:-@[-`{-~¡§«¶·»¿\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\uff01-\uff0f]/u;
const WORD = /^[\p{L}\p{N}]$/u;

/** Returns a text without punctuation; apostrophes and hyphens within words stay. */
export function stripPunctuation(text: string): string {
  const characters = [...text];
  const inWord = (at: number) => WORD.test(characters[at] ?? "");
  const kept = characters.filter((character, at) => {
    const inner = "'’-".includes(character) && inWord(at - 1) && inWord(at + 1);
    return inner || !MARKS.test(character);
  });
  return kept.join("").replace(/\s+/g, " ").trim();
}
