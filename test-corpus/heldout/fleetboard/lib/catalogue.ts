import { createOpenAI } from "@ai-sdk/openai";
import { generateObject } from "ai";
import { z } from "zod";

const local = createOpenAI({ baseURL: process.env.LLM_URL ?? "http://localhost:8000/v1", apiKey: "-" });
const model = local("qwen2.5-7b-instruct");

const VEHICLES = ["Sprinter 316", "Sprinter 519", "Actros 1845", "Actros 2553", "Crafter 35", "Daily 35S"] as const;

export async function vehicle(typed: string) {
  const { object } = await generateObject({
    model,
    schema: z.object({ vehicle: z.enum(VEHICLES).nullable() }),
    prompt: `Our vehicles: ${VEHICLES.join(", ")}.\nA driver typed: "${typed}".\nWhich vehicle is meant? null if none.`,
  });
  return object.vehicle;
}

export async function suitable(load: string) {
  const { object } = await generateObject({
    model,
    schema: z.object({ vehicle: z.enum(VEHICLES) }),
    prompt: `Our vehicles: ${VEHICLES.join(", ")}.\nWhich of them would you send for this load, and no bigger than needed?\n${load}`,
  });
  return object.vehicle;
}
