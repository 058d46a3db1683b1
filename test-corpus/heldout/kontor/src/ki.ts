import OpenAI, { AzureOpenAI } from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ZodType } from "zod";

export const openai = new OpenAI();
export const azure = new AzureOpenAI({ apiVersion: "2024-10-21", deployment: "gpt-4o-mini" });

/** Eine Frage, eine Antwort. */
export async function frage(system: string, user: string, model = "gpt-4o-mini"): Promise<string> {
  const antwort = await openai.chat.completions.create({
    model,
    temperature: 0,
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
  });
  return antwort.choices[0].message.content?.trim() ?? "";
}

export async function lies<T>(schema: ZodType<T>, name: string, user: string): Promise<T> {
  const antwort = await openai.beta.chat.completions.parse({
    model: "gpt-4o-mini",
    messages: [{ role: "user", content: user }],
    response_format: zodResponseFormat(schema, name),
  });
  return antwort.choices[0].message.parsed as T;
}
