// Clients among the results that are waited for together.
import OpenAI from "openai";

const made = async () => ({ client: new OpenAI() });
const read = async (model: string) => ({ model, chat: null });

export async function gathered(text: string) {
  const [{ client }, settings] = await Promise.all([made(), read(text)]);
  settings.chat.completions.create({ model: "gpt-4o", messages: [] });
  return client.chat.completions.create({ model: "gpt-4o", messages: [] });
}
