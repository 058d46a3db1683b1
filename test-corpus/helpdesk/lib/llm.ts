import OpenAI from "openai";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { logger } from "./logger";

export interface Ask {
  system?: string;
  user: string;
  model?: string;
  maxTokens?: number;
}

/** One client for the process. */
let shared: OpenAI | undefined;

export function getOpenAI(): OpenAI {
  shared ??= new OpenAI({ maxRetries: 3 });
  return shared;
}

export async function ask(prompt: string, model = "gpt-4o-mini"): Promise<string> {
  const started = Date.now();
  const res = await getOpenAI().chat.completions.create({
    model,
    messages: [{ role: "user", content: prompt }],
    temperature: 0,
  });
  logger.debug({ model, ms: Date.now() - started }, "asked");
  return res.choices[0]?.message?.content?.trim() ?? "";
}

export class LlmService {
  private readonly client: OpenAI;

  constructor(client: OpenAI = getOpenAI()) {
    this.client = client;
  }

  async complete({ system, user, model = "gpt-4o-mini", maxTokens }: Ask): Promise<string> {
    const messages: ChatCompletionMessageParam[] = [];
    if (system) {
      messages.push({ role: "system", content: system });
    }
    messages.push({ role: "user", content: user });
    const completion = await this.client.chat.completions.create({ model, messages, max_tokens: maxTokens });
    return completion.choices[0].message.content ?? "";
  }
}
