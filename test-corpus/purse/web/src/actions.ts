"use server";

import { google } from "@ai-sdk/google";
import { generateObject, generateText, tool } from "ai";
import { z } from "zod";

const model = google("gemini-2.0-flash");

const splitSchema = z.object({
  each: z.number().describe("what each person pays, two decimals"),
});

const guessSchema = z.object({
  categoryId: z.number().int(),
});

export async function guessCategory(title: string, categories: { id: number; name: string }[]) {
  const { object } = await generateObject({
    model,
    schema: guessSchema,
    system: "Choose the id of the category that fits the title of the expense best. 0 if none does.",
    prompt: `Categories:\n${categories.map((c) => `${c.id}: ${c.name}`).join("\n")}\n\nTitle: ${title}`,
  });
  return object.categoryId;
}

export async function splitEqually(total: number, people: number) {
  const { object } = await generateObject({ model, schema: splitSchema, prompt: `Split ${total} equally between ${people} people.` });
  return object.each;
}

export async function splitFairly(story: string) {
  const { object } = await generateObject({
    model: google("gemini-2.5-pro"),
    schema: z.object({ shares: z.array(z.object({ person: z.string(), amount: z.number() })) }),
    prompt: `Split the bill fairly: who had what, who came late, who does not drink.\n\n${story}`,
  });
  return object.shares;
}

export async function whatIsDue(text: string) {
  const { text: date } = await generateText({
    model,
    prompt: `Today is ${new Date().toISOString().slice(0, 10)}. When is "${text}"? Answer as YYYY-MM-DD.`,
  });
  return date.trim();
}

export async function coach(question: string, balance: number) {
  const { text } = await generateText({
    model,
    system: "You are a budget coach. Look up what you need, then answer in two sentences.",
    prompt: question,
    maxSteps: 3,
    tools: {
      balance: tool({ description: "the balance of the account", parameters: z.object({}), execute: async () => balance }),
    },
  });
  return text;
}
