import OpenAI from "openai";

const client = new OpenAI();

export async function ask(text: string) {
  return client.responses.create({ model: "gpt-4o", input: text });
}

export async function save(text: string) {
  return text.toUpperCase();
}
