import OpenAI from "openai";

const client = new OpenAI();

export async function ask(prompt: string) {
  return (await client.responses.create({ model: "gpt-4o", input: prompt })).output_text;
}

export const askWith = async (own: OpenAI, prompt: string) =>
  (await own.responses.create({ model: "gpt-4o-mini", input: prompt })).output_text;
