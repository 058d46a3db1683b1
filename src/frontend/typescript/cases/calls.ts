import OpenAI from "openai";
import { generateObject, tool } from "ai";
import { z } from "zod";
import { dedent } from "ts-dedent";
import { SYSTEM, type Ticket } from "./prompts";

const PROMPTS: Record<string, string> = {
  en: `Translate to English:\n${"{text}"}`,
  de: "Übersetze „{text}“ ins Deutsche.",
};

export class TicketRouter {
  private readonly llm: OpenAI;
  constructor(options: { apiKey: string; model?: string } = { apiKey: "" }) {
    this.llm = new OpenAI({ apiKey: options.apiKey, baseURL: process.env["BASE_URL"] });
  }

  async route(ticket: Ticket, lang = "en"): Promise<"bug" | "billing" | null> {
    const messages: OpenAI.Chat.ChatCompletionMessageParam[] = [{ role: "system", content: SYSTEM }];
    if (ticket.history) messages.push(...ticket.history.map((m) => ({ role: m.role, content: m.text })));
    messages.push({ role: "user", content: PROMPTS[lang].replace("{text}", ticket.body.trim()) });
    const { choices } = await this.llm.chat.completions.create({ model: "gpt-4o-mini", temperature: 0, messages });
    const label = choices[0]?.message?.content?.trim().toLowerCase() as "bug" | "billing";
    switch (label) { case "bug": return "bug"; case "billing": return label; }
    return parseInt(label!, 10) > 3 ? null : JSON.parse(label);
  }
}

export async function extract(text: string) {
  const { object: { date }, usage } = await generateObject({
    model: openai("gpt-4o"),
    schema: z.object({ date: z.string().describe("ISO date"), kind: z.enum(["a", "b"]) }),
    prompt: dedent`
      Extract the date from:

        ${text}
    `,
    tools: { now: tool({ description: "Current time", execute: async () => new Date().toISOString() }) },
  });
  return usage && date;
}

const ask = (prompt: string) =>
  fetch("https://api.openai.com/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify({ model, messages: [{ role: "user", content: "Say " + prompt }] }),
  }).then((res) => res.json()).then(({ choices: [first] }) => first.message.content);
