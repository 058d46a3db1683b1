// What the checkout page asks before it takes the money.
import OpenAI from "openai";
import { generateObject, generateText } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

const client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

export interface Price {
  amount: number;
  currency: string;
}

export async function inCurrency(price: Price, to: string, rate: number): Promise<number> {
  const completion = await client.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      {
        role: "user",
        content: `Convert ${price.amount} ${price.currency} to ${to}. The exchange rate is ${rate}. Return only the number, rounded to two decimals.`,
      },
    ],
  });
  return Number(completion.choices[0].message.content);
}

export async function cardLooksRight(digits: string): Promise<boolean> {
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    system: "You check payment card numbers with the Luhn algorithm. Answer VALID or INVALID.",
    prompt: digits,
  });
  return text.trim() === "VALID";
}

export async function countryCode(country: string): Promise<string> {
  const { object } = await generateObject({
    model: openai("gpt-4o-mini"),
    schema: z.object({
      alpha2: z.string().length(2).describe("ISO 3166-1 alpha-2 country code"),
    }),
    prompt: `Country entered in the address form: ${country}`,
  });
  return object.alpha2;
}

export async function giftNote(recipient: string, occasion: string, items: string[]): Promise<string> {
  const { text } = await generateText({
    model: openai("gpt-4o"),
    prompt: [
      `Write a gift note of two sentences to ${recipient} for this occasion: ${occasion}.`,
      `In the box: ${items.join(", ")}.`,
      "Sort of playful, never cheesy. No date, no signature.",
    ].join("\n"),
  });
  return text;
}
