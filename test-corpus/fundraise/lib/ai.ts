import { openai } from "@ai-sdk/openai";
import { generateObject as generate, type LanguageModel } from "ai";
import type { ZodType } from "zod";

type Job<T> = { schema: ZodType<T>; system?: string; prompt: string; model?: LanguageModel };

/** Makes a generateObject that knows the house's model and logs what it costs. */
export function createGenerateObject(defaults: { model: LanguageModel; label: string }) {
  return async function generateObject<T>(job: Job<T>): Promise<T> {
    const { object, usage } = await generate({ model: job.model ?? defaults.model, schema: job.schema, system: job.system, prompt: job.prompt });
    console.info(defaults.label, usage.totalTokens);
    return object as T;
  };
}

export const mini = openai("gpt-4o-mini");
export const large = openai("gpt-4.1");
