import OpenAI from "openai";
import Anthropic from "@anthropic-ai/sdk";
import { generateText, generateObject } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";
import fallback, { SYSTEM, routing, PROMPTS } from "./prompts";

const client = new OpenAI();
const anthropic = new Anthropic();

interface Ask {
  system?: string;
  user: string;
  maxTokens?: number;
}

async function complete({ system = "You are helpful.", user, maxTokens }: Ask): Promise<string> {
  const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [];
  if (system) messages.push({ role: "system", content: system });
  messages.push({ role: "user", content: user });
  const completion = await client.chat.completions.create({ model: "gpt-4o-mini", messages, max_tokens: maxTokens });
  return completion.choices[0].message.content ?? "";
}

export const lines = (text: string) => complete({ system: SYSTEM, user: text, maxTokens: 20 });

export async function queue(ticket: { body: string }): Promise<"billing" | "bug"> {
  const answer = (await complete({ user: routing(ticket.body) })).trim();
  switch (answer) {
    case "billing":
      return "billing";
    default:
      return "bug";
  }
}

export async function translated(lang: string, text: string) {
  const { text: out } = await generateText({
    model: openai("gpt-4o"),
    prompt: PROMPTS[lang].replaceAll("{{text}}", text),
    temperature: 0.1,
  });
  return out;
}

const schema = z.object({
  kind: z.enum(["person", "place"]).describe("What it is"),
  mail: z.string().email().optional(),
  stars: z.number().int().min(1).max(5),
  list: z.array(z.string()),
  either: z.union([z.literal("a"), z.literal("b")]),
  done: z.boolean(),
});

export async function facts(page: string) {
  const { object } = await generateObject({ model: openai("gpt-4o-mini"), schema, prompt: page });
  return object;
}

export async function reversed(word: string, override?: string) {
  const reply = await anthropic.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 10,
    system: override ?? fallback,
    messages: [{ role: "user", content: [{ type: "text", text: word }] }],
  });
  return reply.content[0].text.split("").reverse();
}

export async function listed(items: string[]) {
  const list = items.map((item, i) => `${i + 1}. ${item}`).join("\n");
  const shots = ["a", "b"].map((letter) => `- ${letter}`).join("\n");
  const options = { model: "gpt-4.1", temperature: 0 };
  const response = await client.responses.create({ ...options, input: "Dedupe.\n" + shots + "\n" + list });
  return parseInt(response.output_text, 10);
}

export async function raw(text: string) {
  const res = await fetch("https://api.openai.com/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` },
    body: JSON.stringify({
      model: process.env.MODEL ?? "gpt-4o-mini",
      messages: [{ role: "user", content: `Title case: ${text}` }],
    }),
  });
  const data = await res.json();
  return data.choices[0].message.content;
}

export class Service {
  constructor(private readonly instructions: string) {}

  async run(text: string) {
    return client.responses.create({ model: "gpt-4o", instructions: this.instructions, input: text });
  }
}

export const slugs = new Service("Slugify the title.");
