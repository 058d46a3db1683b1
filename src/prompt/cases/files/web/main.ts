import fs from "node:fs";
import { readFile } from "fs/promises";
import path from "path";
import { fileURLToPath } from "url";
import OpenAI from "openai";
import table from "./prompts/all.json";
import tag from "./prompts/tag.md?raw";

const client = new OpenAI();
const here = path.dirname(fileURLToPath(import.meta.url));
const loaded = JSON.parse(fs.readFileSync(path.resolve(here, "prompts/all.json"), "utf-8"));

async function ask(prompt: string) {
  return client.responses.create({ model: "gpt-4o", input: prompt });
}

function load(name: string): string {
  return fs.readFileSync(path.join(__dirname, "prompts", `${name}.md`), "utf8");
}

export const viaImport = (text: string) => ask(tag.replace("{{text}}", text));
export const viaTable = (title: string) => ask(table.slug.replace("{{title}}", title));
export const viaLoaded = (title: string) => ask(loaded["slug"].replaceAll("{{title}}", title));
export const viaFunction = (text: string) => ask(load("tag").replace("{{text}}", text));
export async function viaUrl(text: string) {
  const template = await readFile(new URL("./prompts/tag.md", import.meta.url), "utf8");
  return ask(template.replace("{{text}}", text));
}
export async function viaCwd() {
  const template = fs.readFileSync(path.join(process.cwd(), "web/prompts/tag.md")).toString();
  return ask(template);
}
