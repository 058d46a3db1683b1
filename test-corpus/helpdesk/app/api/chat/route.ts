import { streamText, convertToModelMessages, type UIMessage } from "ai";
import { openai } from "@ai-sdk/openai";
import { AGENT_SYSTEM } from "../../../lib/prompts";

export const maxDuration = 30;

export async function POST(req: Request) {
  const { messages, locale }: { messages: UIMessage[]; locale?: string } = await req.json();

  const result = streamText({
    model: openai("gpt-4o"),
    system: AGENT_SYSTEM + (locale ? `\nAnswer in the language of ${locale}.` : "") + `\nDate: ${new Date().toDateString()}`,
    messages: convertToModelMessages(messages),
  });

  return result.toUIMessageStreamResponse();
}
