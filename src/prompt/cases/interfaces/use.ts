import type { Infers, Summarizer } from "./client";
import { Factory } from "./client";

async function tagPrompt(text: string) {
  return `Give three tags for this text as a JSON array: ${text}`;
}

export async function tags(client: Infers, text: string) {
  const prompt = await tagPrompt(text);
  return client.infer(prompt, { json: true });
}

export async function title(text: string) {
  const client = Factory.build();
  return client?.infer(`Write a title for: ${text}`, {});
}

export async function short(summarizer: Summarizer, text: string) {
  return summarizer.run(`Summarize in one sentence: ${text}`);
}

export async function vectors(client: Infers, texts: string[]) {
  client.close();
  return client.embed(texts);
}
