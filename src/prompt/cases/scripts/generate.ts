import { generateObject } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

// A factory whose function carries the SDK's name.
export function createGenerateObject({ label }: { label: string }): typeof generateObject {
  return async (...args: any[]) => {
    const [options] = args;
    console.log(label);
    const result = await generateObject({ ...options, experimental_telemetry: { isEnabled: true } });
    return result;
  };
}

export async function classify(subject: string) {
  const generateObject = createGenerateObject({ label: "classify" });
  const result = await generateObject({
    model: openai("gpt-4o-mini"),
    system: "Say whether the mail is a receipt.",
    prompt: `Subject: ${subject}`,
    schema: z.object({ receipt: z.boolean() }),
  });
  return result.object.receipt;
}
