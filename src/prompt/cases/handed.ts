import OpenAI from "openai";

const client = new OpenAI();

async function ask(prompt: string) {
  const reply = await client.responses.create({ model: "gpt-4o", input: prompt });
  return reply.output_text;
}

export async function all(texts: string[]) {
  return Promise.all(texts.map((text) => ask(`Count the words of: ${text}`)));
}

export async function bound(text: string) {
  const create = client.chat.completions.create.bind(client.chat.completions);
  return create({ model: "gpt-4o", messages: [{ role: "user", content: `Sort the lines of: ${text}` }] });
}

export async function called(text: string) {
  return ask.call(null, `Find the dates in: ${text}`);
}

export async function mapped() {
  return Promise.all(["Write a short greeting.", "Write a long farewell."].map(ask));
}

export async function renamed(text: string) {
  const send = ask;
  return send(`Uppercase this: ${text}`);
}

export function noCalls(rows: string[], run: (f: typeof ask) => void) {
  run(ask);
  return rows.map(Number).concat(rows.map(parse));
}

function parse(row: string) {
  return Number.parseInt(row, 10);
}
