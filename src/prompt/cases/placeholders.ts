import OpenAI from "openai";

const client = new OpenAI();
const TEMPLATE = "Summarise this: {{text}} in {{ language }}";

function fill(template: string, values: Record<string, string>) {
  let text = template;
  for (const [name, value] of Object.entries(values)) {
    text = text.replaceAll(`{{${name}}}`, value);
  }
  return text;
}

function reduced(template: string, values: Record<string, string>) {
  return Object.entries(values).reduce((text, [name, value]) => text.replace(new RegExp(`{{\\s*${name}\\s*}}`, "g"), value), template);
}

function looked_up(template: string, values: Record<string, string>) {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => values[name] ?? "");
}

export const loop = (text: string) => client.responses.create({ model: "gpt-4o", input: fill(TEMPLATE, { text, language: "German" }) });
export const sum = (text: string) => client.responses.create({ model: "gpt-4o", input: reduced(TEMPLATE, { text, language: "German" }) });
export const found = (text: string) => client.responses.create({ model: "gpt-4o", input: looked_up(TEMPLATE, { text, language: "German" }) });
export const ofTheRun = (values: Record<string, string>) => client.responses.create({ model: "gpt-4o", input: fill(TEMPLATE, values) });
export const written = (text: string) => client.responses.create({ model: "gpt-4o", input: TEMPLATE.replace(/{{text}}/g, text).replace(/\{\{ language \}\}/, "German") });

const LABELS = ["bug", "wish"];
export const listed = (text: string) => client.responses.create({ model: "gpt-4o", input: LABELS.reduce((list, label) => list + "- " + label + "\n", "Choose one:\n") + text });
export const total = (items: { price: number }[]) => client.responses.create({ model: "gpt-4o", input: `The sum is ${items.reduce((sum, item) => sum + item.price, 0)}. Say it in words.` });
export const expression = (text: string) => client.responses.create({ model: "gpt-4o", input: "Sort: {{text}}".replace(/[a-z]+/g, text) });
export const shown = (text: string) => client.responses.create({ model: "gpt-4o", input: `Write \${name} and {{name}} as they are, for ${text}` });
