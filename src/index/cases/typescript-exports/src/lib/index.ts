export * from "./openai.js";
export { default as shared } from "./openai";
