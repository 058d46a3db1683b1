import { generateObject, generateText as generate, embed } from "ai";
import { openai } from "@ai-sdk/openai";
import { anthropic } from "@ai-sdk/anthropic";
import { getOpenAI } from "./llm";
import { contactSchema, incidentSchema, queueSchema, type Incident } from "./schemas";
import type { Ticket } from "./triage";

const model = openai("gpt-4o-mini");

/** The address a customer wants us to look at. */
export async function link(message: string): Promise<string | null> {
  const { object } = await generateObject({ model, schema: contactSchema, prompt: message });
  return object.url;
}

export async function language(message: string) {
  const result = await generateObject({
    model,
    schema: queueSchema,
    prompt: `Which language is it?\n\n${message}`,
  });
  return result.object.language;
}

export async function incident(thread: string): Promise<Incident> {
  const { object } = await generateObject({
    model: anthropic("claude-3-7-sonnet-latest"),
    schema: incidentSchema,
    system: "You are on call. Read the thread and fill in the incident report.",
    prompt: thread,
  });
  return object;
}

export async function asText(html: string): Promise<string> {
  const { text } = await generate({
    model,
    prompt: `Convert this HTML to readable plain text. Remove tags, keep paragraphs.\n\n${html}`,
  });
  return text;
}

export async function duplicates(subjects: string[]): Promise<string[]> {
  const openaiClient = getOpenAI();
  const res = await openaiClient.chat.completions.create({
    model: "gpt-4o-mini",
    response_format: { type: "json_object" },
    messages: [
      { role: "system", content: 'Remove exact duplicates from the JSON array. Reply as {"items": [...]}.' },
      { role: "user", content: JSON.stringify(subjects) },
    ],
  });
  return JSON.parse(res.choices[0].message.content ?? "{}").items;
}

export async function sameProblem(a: Ticket, b: Ticket): Promise<boolean> {
  const openaiClient = getOpenAI();
  const res = await openaiClient.chat.completions.create({
    model: "gpt-4o-mini",
    max_tokens: 1,
    messages: [
      {
        role: "user",
        content: [
          "Are these two tickets duplicates, that is: would one fix close both?",
          `First: ${a.subject}. ${a.body}`,
          `Second: ${b.subject}. ${b.body}`,
          "Answer true or false.",
        ].join("\n"),
      },
    ],
  });
  return res.choices[0].message.content === "true";
}

export async function repaired(payload: string): Promise<unknown> {
  const instructions = "The input is JSON cut or damaged in transit. Close open brackets, add missing quotes and commas, and output parseable JSON with the same content.";
  const response = await getOpenAI().responses.create({ model: "gpt-4.1-mini", instructions, input: payload });
  return JSON.parse(response.output_text);
}

export async function camelKey(label: string): Promise<string> {
  const response = await getOpenAI().responses.create({
    model: "gpt-4.1-nano",
    input: `Convert this field label to camelCase and return only the result: ${label}`,
  });
  return response.output_text;
}

export async function vector(text: string) {
  const { embedding } = await embed({ model: openai.embedding("text-embedding-3-small"), value: text });
  return embedding;
}

export async function spoken(text: string) {
  return getOpenAI().audio.speech.create({ model: "tts-1", voice: "alloy", input: text });
}
