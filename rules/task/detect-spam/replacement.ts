// Signs of spam and their weights; better: a filter trained on your own messages.
const SIGNS: [number, RegExp][] = [
  [2, /\b(?:winner|won|prize|lottery|jackpot|inheritance)\b/gi],
  [1.5, /\b(?:free|bonus|cash|casino|viagra|crypto|bitcoin|loan|cheap)\b/gi],
  [
    1.5,
    /\b(?:click (?:here|below)|act now|limited time|buy now|order now|claim)\b/gi,
  ],
  [
    1,
    /\b(?:urgent|congratulations|guaranteed|risk[- ]free|verify your account)\b/gi,
  ],
  [1, /\b(?:bit\.ly|tinyurl\.com|t\.co)\//gi],
  [1, /!{2,}|\${2,}/g],
  [0.5, /\b[A-Z]{4,}\b/g],
  [0.5, /[$€£] ?[0-9][0-9,.]{3,}/g],
];

/** Returns whether the signs of spam in an English message weigh enough. */
export function detectSpam(text: string): boolean {
  const weights = SIGNS.map(
    ([weight, sign]) => weight * Math.min(text.match(sign)?.length ?? 0, 2),
  );
  return weights.reduce((sum, weight) => sum + weight, 0) >= 3;
}
