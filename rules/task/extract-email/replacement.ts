const EMAIL =
  /(?<![A-Za-z0-9À-ɏ_+-])[A-Za-z0-9À-ɏ_+-][A-Za-z0-9À-ɏ_.+'-]*@(?:[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ-]*[A-Za-z0-9À-ɏ])?\.)+[A-Za-zÀ-ɏ]{2,}/;

/** Returns the first e-mail address in a text, or null. */
export function extractEmail(text: string): string | null {
  return EMAIL.exec(text)?.[0] ?? null;
}
