import OpenAI from "openai";

let client: OpenAI | null = null;
export function getClient() {
  if (!client) client = new OpenAI();
  return client;
}
export default new OpenAI();
