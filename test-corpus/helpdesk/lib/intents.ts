import { generateObject, generateText } from "ai";
import { google } from "@ai-sdk/google";
import { z } from "zod";

const fast = google("gemini-2.0-flash-lite");

type Intent = "cancel" | "upgrade" | "bug" | "question";
const INTENTS: readonly Intent[] = ["cancel", "upgrade", "bug", "question"];

const address = z.object({
  street: z.string(),
  houseNumber: z.string(),
  postcode: z.string(),
  city: z.string(),
});

// Vier Absichten, mehr nicht; alles Weitere entscheidet ein Mensch.
export async function intent(message: string) {
  const { object } = await generateObject({
    model: fast,
    output: "enum",
    enum: [...INTENTS],
    prompt: `What does the customer want?\n\n${message}`,
  });
  return object;
}

export async function postal(line: string) {
  const { object } = await generateObject({ model: fast, schema: address, prompt: `Split the postal address into its parts: ${line}` });
  return object;
}

export async function valid(answer: string, question: string): Promise<boolean> {
  const { text } = await generateText({
    model: fast,
    messages: [
      { role: "system", content: "You review answers of junior agents. Reply VALID if the answer really helps, otherwise INVALID." },
      { role: "user", content: `Question: ${question}\nAnswer: ${answer}` },
    ],
  });
  return text.trim() === "VALID";
}

export async function invented(count: number) {
  const { object } = await generateObject({
    model: fast,
    output: "array",
    schema: z.object({ name: z.string(), email: z.string().email(), phone: z.string(), signedUp: z.string().describe("ISO date") }),
    prompt: `Invent ${count} customers of a software company. Names from all over the world, believable e-mail addresses.`,
  });
  return object;
}
