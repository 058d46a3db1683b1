"use server";

import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

const TONE: Record<string, string> = {
  formal: "Write formally.",
  friendly: "Write as to a good acquaintance.",
};

export async function rephrase(text: string, tone?: keyof typeof TONE): Promise<string> {
  const result = await generateText({
    model: openai("gpt-4o-mini"),
    system: TONE[tone ?? "friendly"],
    prompt: `Rephrase this reply. Keep every number and date as it is.\n\n${text}`,
  });
  return result.text;
}

export async function shorten(text: string): Promise<string> {
  const prompt = `Shorten this reply to half its length without losing what the customer has to do:\n\n${text}`;
  const result = await generateText({ model: openai("gpt-4o-mini"), prompt });
  return result.text;
}

export async function Signature({ name, team }: { name: string; team: string }) {
  const { text } = await generateText({
    model: openai("gpt-4o-mini"),
    prompt: 'Say exactly "This message was written with the help of software." and nothing else.',
  });
  return (
    <footer>
      {name}, {team} <small>{text}</small>
    </footer>
  );
}
