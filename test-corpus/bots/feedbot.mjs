import ollama, { Ollama } from "ollama";
import { parseArgs } from "node:util";

const OPENROUTER = "https://openrouter.ai/api/v1/chat/completions";
const remote = new Ollama({ host: "http://gpu.lan:11434" });

/** @param {string} title */
export async function slug(title) {
  const reply = await ollama.chat({
    model: "llama3.2",
    messages: [{ role: "user", content: `Slugify: "${title}". Lowercase, words separated by dashes, no special characters. Output the slug only.` }],
  });
  return reply.message.content.trim();
}

export async function isoDate(pubDate) {
  const prompt = ["Convert this RSS pubDate to an ISO 8601 date.", `Input: ${pubDate}`, "Output (YYYY-MM-DD):"].join("\n");
  const { response } = await remote.generate({ model: "qwen2.5:3b", prompt });
  return response.trim();
}

export async function alphabetical(titles) {
  const reply = await remote.chat({
    model: "qwen2.5:3b",
    messages: [
      { role: "system", content: "Sort the lines alphabetically (A to Z) and print them again, one per line." },
      { role: "user", content: titles.join("\n") },
    ],
  });
  return reply.message.content.split("\n");
}

export async function interesting(titles, reader) {
  const { response } = await ollama.generate({
    model: "llama3.1:8b",
    prompt: `Sort these headlines so that those ${reader} would enjoy come first. One per line, unchanged.\n\n${titles.join("\n")}`,
  });
  return response.split("\n");
}

export async function settings(text) {
  const body = {
    model: "meta-llama/llama-3.1-8b-instruct",
    messages: [
      { role: "system", content: "The user sends an INI file. Convert it to JSON: sections become objects, keys become properties, values stay strings." },
      { role: "user", content: text },
    ],
  };
  const res = await fetch(OPENROUTER, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.OPENROUTER_API_KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const data = await res.json();
  return JSON.parse(data.choices[0].message.content);
}

export async function sampleEntries(topic) {
  const res = await fetch("https://api.openai.com/v1/chat/completions", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.OPENAI_API_KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      model: "gpt-4o-mini",
      messages: [
        {
          role: "user",
          content: `Make up ten feed entries about ${topic}. Output valid JSON: an array of objects with title, url, email of the author, and an ISO date. No comments.`,
        },
      ],
    }),
  });
  const data = await res.json();
  return JSON.parse(data.choices[0].message.content);
}

export async function hex(rgb) {
  const { response } = await ollama.generate({ model: "llama3.2", prompt: `Convert the colour rgb(${rgb}) to a hex code. Reply with the code only.` });
  return response.trim();
}

export async function models() {
  return (await ollama.list()).models.map((m) => m.name);
}

export async function fetchFeed(url) {
  const res = await fetch(url, { method: "POST", body: JSON.stringify({ prompt: "since yesterday", messages: [] }) });
  return res.text();
}

if (process.argv[1]?.endsWith("feedbot.mjs")) {
  const { positionals } = parseArgs({ allowPositionals: true });
  console.log(await slug(positionals.join(" ")));
}
