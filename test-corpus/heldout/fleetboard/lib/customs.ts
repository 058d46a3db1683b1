import { generateObject, generateText } from "ai";
import { z } from "zod";
import { careful, fast } from "./models";
import { cargoClass, measurement, vatCheck } from "./schemas";

const COUNTRY_PROMPT = `The field "country" of a waybill was filled in by hand.
Return the ISO 3166-1 alpha-2 code of the country that is meant.`;

export async function countryCode(field: string): Promise<string> {
  const { object } = await generateObject({
    model: fast,
    schema: z.object({ code: z.string().length(2) }),
    system: COUNTRY_PROMPT,
    prompt: field,
  });
  return object.code;
}

export async function vatOk(number: string) {
  const { object } = await generateObject({ model: fast, schema: vatCheck, prompt: `VAT number: ${number}` });
  return object.valid;
}

export async function split(text: string) {
  const result = await generateObject({
    model: fast,
    schema: measurement,
    prompt: `Split this measurement into its number and its unit: ${text}`,
  });
  return result.object;
}

export async function classOf(description: string) {
  const { object } = await generateObject({
    model: careful,
    output: "enum",
    enum: cargoClass.options,
    prompt: `You are a dangerous goods officer. Read the description of the load and decide how it has to travel.
Think of substances that are harmless alone but not together.

${description}`,
  });
  return object;
}

export async function hsCode(description: string) {
  const { text } = await generateText({
    model: careful,
    prompt: `Which HS code (six digits) fits these goods best? Digits only.\n\n${description}`,
  });
  return text.trim();
}

export async function airport(city: string) {
  const { text } = await generateText({
    model: fast,
    temperature: 0,
    maxTokens: 4,
    prompt: `IATA code of the main airport of ${city}? Answer with the three letters.`,
  });
  return text;
}

export async function translateDeclaration(text: string, to: string) {
  const { text: out } = await generateText({ model: fast, prompt: `Translate this customs declaration into ${to}. Keep numbers, dates and codes as they are.\n\n${text}` });
  return out;
}
