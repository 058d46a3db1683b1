import OpenAI from "openai";
import { ask, askWith } from "./llm";

export const run = askWith.bind(null, new OpenAI());
export const count = ask.bind(null, "Count the words of the text above.");
