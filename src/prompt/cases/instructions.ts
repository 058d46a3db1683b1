import { openai } from "@ai-sdk/openai";
import { Agent } from "@mastra/core/agent";
import { Agent as Made, run } from "@openai/agents";

const sorts = new Agent({
  name: "a",
  model: openai("gpt-4o"),
  instructions: ({ runtimeContext }) => `Sort the lines for ${runtimeContext.get("user")}.`,
});
const extracts = new Agent({
  name: "b",
  model: openai("gpt-4o"),
  instructions: async () => ({ role: "system", content: "Extract the dates." }),
});

function instructions(context: { context: { name: string } }) {
  return `Count the words for ${context.context.name}.`;
}
const counts = new Made({ name: "c", instructions, model: "gpt-4o" });

export async function all(text: string) {
  return [await sorts.generate(text), await extracts.generate(text), await run(counts, text)];
}
