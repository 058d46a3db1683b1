import { z } from "zod";
import { createGenerateObject, large, mini } from "./ai";

const generateObject = createGenerateObject({ model: mini, label: "donors" });

const Card = z.object({ valid: z.boolean().describe("whether the digits pass the Luhn check") });
const Mail = z.object({ ok: z.boolean().describe("true if the e-mail address is syntactically valid") });
const Phone = z.object({ ok: z.boolean() });
const Dial = z.object({ prefix: z.string().describe("international calling code with +, e.g. +44") });
const Age = z.object({ age: z.number().int().describe("age in whole years") });
const Persona = z.object({
  name: z.string().describe("an invented name that suits the persona"),
  age: z.number().int().min(18).max(99),
  gives: z.enum(["once", "monthly", "legacy"]),
  story: z.string(),
});

export const cardOk = (digits: string) =>
  generateObject({ schema: Card, prompt: `Card number: ${digits}` });

export const mailOk = (address: string) =>
  generateObject({ schema: Mail, prompt: address });

export const phoneOk = (number: string, country: string) =>
  generateObject({ schema: Phone, prompt: `Is ${number} a valid phone number for ${country}? Check length and prefix only.` });

export const dial = (country: string) =>
  generateObject({ schema: Dial, prompt: `Calling code of ${country}` });

export const age = (born: string, today: string) =>
  generateObject({ schema: Age, system: "Compute the age from the date of birth.", prompt: `born ${born}, today ${today}` });

export const persona = (segment: string) =>
  generateObject({ schema: Persona, model: large, prompt: `Make up a typical donor of the segment "${segment}" for our workshop.` });

export async function likely(history: string) {
  const schema = z.object({ probability: z.number().min(0).max(1), reason: z.string() });
  const { probability } = await generateObject({ schema, system: "You know donors. Calculate how likely this one gives again within a year.", prompt: history });
  return probability;
}
