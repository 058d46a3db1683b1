import { genkit } from "genkit";

const ai = genkit({ promptDir: "./prompts" });
const makeSlug = ai.prompt("makeSlug");
export const slug = (title: string) => makeSlug({ title });
