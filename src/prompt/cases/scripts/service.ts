import OpenAI from "openai";
import translate from "./translate";

let shared: OpenAI | null = null;

export const getClient = () => {
  if (!shared) shared = new OpenAI({ apiKey: process.env.KEY });
  return shared;
};

type Options = { system: string; prompt: string; temperature?: number };

export async function generateText(provider: string, opts: Options): Promise<string> {
  const reply = await getClient().chat.completions.create({
    model: "gpt-4.1-mini",
    temperature: opts.temperature ?? 0.2,
    messages: [
      { role: "system", content: opts.system },
      { role: "user", content: opts.prompt },
    ],
  });
  return reply.choices[0].message.content ?? "";
}

export async function generateJSON<T>(providers: string[], opts: Options, label: string): Promise<T> {
  for (const provider of providers) {
    const text = await generateText(provider, opts);
    return JSON.parse(text) as T;
  }
  throw new Error(label);
}

const SYSTEM = `Tell the sentiment of the text: "positive" or "negative".`;

export const sentiment = (text: string) =>
  generateJSON<{ sentiment: string }>(["openai"], { system: SYSTEM, prompt: `Text: ${text}` }, "sentiment");

export const german = (text: string) => translate(text, "German");
