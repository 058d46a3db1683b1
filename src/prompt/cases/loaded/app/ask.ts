import OpenAI from "openai";

const client = new OpenAI();

export async function fixed(lines: string) {
  const { SORT } = await import("./prompts/de");
  return client.responses.create({ model: "gpt-4o", input: SORT + lines });
}

export async function byLanguage(lines: string, language: string) {
  const strings = await import(`./prompts/${language}.js`);
  return client.responses.create({ model: "gpt-4o", input: strings.SORT + lines });
}

export async function anyModule(lines: string, path: string) {
  const strings = await import(path);
  return client.responses.create({ model: "gpt-4o", input: strings.SORT + lines });
}
