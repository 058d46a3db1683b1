export { openai } from "./clients/openai.js";
