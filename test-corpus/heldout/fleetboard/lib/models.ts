import { anthropic } from "@ai-sdk/anthropic";
import { openai } from "@ai-sdk/openai";

export const fast = openai("gpt-4o-mini");
export const careful = anthropic("claude-3-5-sonnet-latest");
