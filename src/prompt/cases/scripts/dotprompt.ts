import { genkit } from "genkit";

const ai = genkit({ promptDir: "./prompts" });
const makeSlug = ai.prompt("makeSlug");
export const slug = (title: string) => makeSlug({ title });

// Two speakers, an image, a list; the model and the form of the reply in the settings.
const readPhoto = ai.prompt("readPhoto");
export const read = (photo: string, tags: string[]) => readPhoto({ photo, tags });
