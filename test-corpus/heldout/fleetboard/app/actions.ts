"use server";

import { generateObject, streamText } from "ai";
import { careful, fast } from "@/lib/models";
import { incident, remark } from "@/lib/schemas";

export async function reportIncident(form: FormData) {
  const { object } = await generateObject({
    model: careful,
    schema: incident,
    messages: [
      { role: "system", content: "You work for the insurer of a haulage company." },
      { role: "user", content: String(form.get("story")) },
    ],
  });
  return object;
}

export async function readRemark(text: string) {
  const { object } = await generateObject({ model: fast, schema: remark, prompt: text });
  return object;
}

export async function newsletter(facts: string[]) {
  const numbered = facts.map((fact, i) => `${i + 1}. ${fact}`).join("\n");
  const result = streamText({
    model: careful,
    system: "Write the monthly letter to our drivers: warm, at most 200 words.",
    prompt: numbered,
  });
  return result.toTextStreamResponse();
}
