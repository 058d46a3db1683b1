import OpenAI from "openai";
import { EXTRACT } from "./prompts.js";

const client = new OpenAI();

export async function senderOf(body: string): Promise<string | null> {
  // Grüße: a comment with letters of two bytes, before the call on its line.
  const reply = /* é */ await client.chat.completions.create({
    model: "gpt-4o-mini",
    temperature: 0,
    messages: [
      { role: "system", content: EXTRACT },
      { role: "user", content: body },
    ],
  });
  return reply.choices[0].message.content;
}
