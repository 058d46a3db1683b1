import { genkit, z } from "genkit";
import { gemini20Flash, googleAI } from "@genkit-ai/googleai";

const ai = genkit({ plugins: [googleAI()], model: gemini20Flash });

const lengthPrompt = ai.definePrompt({
  name: "length",
  input: { schema: z.object({ text: z.string(), max: z.number() }) },
  output: { schema: z.object({ ok: z.boolean() }) },
  prompt: "Check that the text is not longer than {{max}} characters.\n\nText: {{text}}",
});

const swearPrompt = ai.definePrompt({
  name: "swear",
  input: { schema: z.object({ text: z.string(), list: z.array(z.string()) }) },
  output: { schema: z.object({ found: z.boolean() }) },
  prompt: `Does the text contain one of these words?
{{#each list}}- {{this}}
{{/each}}
Text: {{text}}`,
});

const fairPrompt = ai.definePrompt({
  name: "fair",
  input: { schema: z.object({ text: z.string() }) },
  output: { schema: z.object({ ok: z.boolean() }) },
  prompt: "Check that the remark is fair to the pupil and does not contain words that could hurt.\n\nRemark: {{text}}",
});

export const shortEnough = ai.defineFlow("shortEnough", async (text: string) => {
  const { output } = await lengthPrompt({ text, max: 500 });
  return output?.ok ?? false;
});

export const clean = ai.defineFlow("clean", async (text: string) => {
  const { output } = await swearPrompt({ text, list: ["damn", "stupid", "idiot"] });
  return !output?.found;
});

export const fair = ai.defineFlow("fair", async (text: string) => {
  const { output } = await fairPrompt({ text });
  return output?.ok ?? false;
});

export const mentionsDeadline = ai.defineFlow("mentionsDeadline", async (letter: string) => {
  const { text } = await ai.generate(`Does the following letter contain the phrase "hand in by"? Ignore case. Answer true or false.\n\n${letter}`);
  return text.trim() === "true";
});

export const mentionsWorry = ai.defineFlow("mentionsWorry", async (letter: string) => {
  const { text } = await ai.generate({ prompt: `Does this letter from the parents contain a worry that they do not say openly? true or false\n\n${letter}` });
  return text.trim() === "true";
});

export const tidy = ai.defineFlow("tidy", async (text: string) => {
  const { text: out } = await ai.generate({ prompt: `Trim the text and collapse runs of spaces and blank lines. No other changes.\n\n${text}` });
  return out;
});

export const wrapped = ai.defineFlow("wrapped", async (text: string) => {
  const { text: out } = await ai.generate({ prompt: `Wrap the text at 60 characters per line, breaking only at spaces:\n${text}` });
  return out;
});
