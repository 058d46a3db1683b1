// Clients among the results that are waited for together.
import OpenAI from "openai";

const made = async () => ({ client: new OpenAI() });
const read = async (model: string) => ({ model, chat: null });

export async function gathered(text: string) {
  const [{ client }, settings] = await Promise.all([made(), read(text)]);
  settings.chat.completions.create({ model: "gpt-4o", messages: [] });
  return client.chat.completions.create({ model: "gpt-4o", messages: [] });
}

const clients = new Map([["openai", new OpenAI()]]);
const more = new Map<string, OpenAI>();
more.set("openai", new OpenAI());

export const looked = (name: string) => clients.get(name)!.chat.completions.create({ model: "gpt-4o", messages: [] });
export const found = (name: string) => more.get(name)!.chat.completions.create({ model: "gpt-4o", messages: [] });
