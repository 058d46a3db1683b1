import { getClient } from "./service";

export default async function translateText(text: string, language: string) {
  return getClient().responses.create({ model: "gpt-4.1-mini", input: `Translate into ${language}: ${text}` });
}
