import OpenAI from "openai";
const c = new OpenAI();
async function ask(p: string) { return c.responses.create({ model: "m", input: p }); }
export { ask as askModel };
export const api = { send: ask, go: (p: string) => ask(p) };
export default ask;
