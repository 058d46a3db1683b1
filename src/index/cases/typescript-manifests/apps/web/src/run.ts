import { openai } from "@acme/llm";
import { openai as direct } from "@acme/llm/clients/openai";
import { claude } from "@acme/shared";
import { google } from "~server/google";
import { google as same } from "server/google";

export const answers = (text: string) => [
  openai.responses.create({ model: "gpt-4.1", input: text }),
  direct.responses.create({ model: "gpt-4.1", input: text }),
  claude.messages.create({ model: "claude-haiku-4-5", max_tokens: 9, messages: [{ role: "user", content: text }] }),
  google.models.generateContent({ model: "gemini-2.5-flash", contents: text }),
  same.models.generateContent({ model: "gemini-2.5-flash", contents: text }),
];
