import OpenAI from "openai";
import { Ollama } from "ollama";
import { settings } from "./settings";

export interface Closable {
  close(): void;
}

export interface Infers extends Closable {
  infer(prompt: string, options: { json?: boolean }): Promise<string>;
  embed(texts: string[]): Promise<number[][]>;
}

export abstract class Summarizer {
  abstract run(prompt: string): Promise<string>;
  name() {
    return "summarizer";
  }
}

export class OpenAIInfers implements Infers {
  constructor(private client = new OpenAI()) {}
  async infer(prompt: string, options: { json?: boolean }) {
    const reply = await this.client.chat.completions.create({
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: prompt }],
    });
    return reply.choices[0].message.content ?? "";
  }
  async embed(texts: string[]) {
    const made = await this.client.embeddings.create({ model: "small", input: texts });
    return made.data.map((row) => row.embedding);
  }
  close() {}
}

export class OllamaInfers implements Infers {
  private client = new Ollama();
  async infer(prompt: string, options: { json?: boolean }) {
    const reply = await this.client.generate({ model: settings.model, prompt });
    return reply.response;
  }
  async embed(texts: string[]) {
    return [];
  }
  close() {}
}

export class RemoteSummarizer extends Summarizer {
  async run(prompt: string) {
    const reply = await new OpenAI().responses.create({ model: "gpt-4o", input: prompt });
    return reply.output_text;
  }
}

export class Factory {
  static build(): Infers | null {
    if (settings.key) {
      return new OpenAIInfers();
    }
    return settings.local ? new OllamaInfers() : null;
  }
}
