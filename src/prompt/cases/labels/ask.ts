import OpenAI from "openai";
import { Kind, LABELS, STATE, mood } from "./config";

const client = new OpenAI();
const ask = (prompt: string) => client.responses.create({ model: "gpt-4o", input: prompt });

export const ofAnEnum = (text: string) => ask(`Classify ${text} as one of ` + Object.values(Kind).join(", "));
export const namesOfAnEnum = (text: string) => ask(`Classify ${text} as one of ` + Object.keys(Kind).join(", "));
export const ofAnObject = (text: string) => ask(`Classify ${text} as one of ` + Object.values(STATE).join(", "));
export const ofASchema = (text: string) => ask(`Classify ${text} as one of ` + mood.options.join(" or "));
export const sorted = (text: string) => ask(`Classify ${text} as one of ` + Array.from(new Set(LABELS)).sort().join(", "));
export const shown = (text: string) => ask(`Classify ${text} as one of ` + Object.entries(Kind).map(([name, value]) => `${name} (${value})`).join(", "));
export const ofTheRun = (text: string, options: string[]) => ask(`Classify ${text} as one of ` + options.join(", "));
