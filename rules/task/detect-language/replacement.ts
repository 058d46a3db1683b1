import { detect } from "tinyld";

const LANGUAGES: string[] = ["en", "de", "fr", "es", "it", "pt", "nl"]; // slot: labels

/** Returns the ISO 639-1 code of a text's language among those expected, or null. */
export function detectLanguage(text: string): string | null {
  return detect(text, { only: LANGUAGES }) || null;
}
