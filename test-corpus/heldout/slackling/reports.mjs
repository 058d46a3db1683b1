import Groq from "groq-sdk";
import { readFile } from "node:fs/promises";

const groq = new Groq();

const TABLE = `You are a formatter. The user sends a JSON array of flat objects.
Render it as a GitHub flavored Markdown table: one column per key, in the order of the first object. Output the table only.`;

export async function table(rows) {
  const res = await groq.chat.completions.create({
    model: "llama-3.1-8b-instant",
    messages: [
      { role: "system", content: TABLE },
      { role: "user", content: JSON.stringify(rows) },
    ],
  });
  return res.choices[0].message.content;
}

export async function compareTable(offers) {
  const res = await groq.chat.completions.create({
    model: "llama-3.3-70b-versatile",
    messages: [
      { role: "system", content: "Make a Markdown table that compares the offers: price, what is included, the catch. Sort by value for money." },
      { role: "user", content: offers.join("\n\n---\n\n") },
    ],
  });
  return res.choices[0].message.content;
}

export async function minutes(file) {
  const transcript = await readFile(file, "utf8");
  const messages = [];
  messages.push({ role: "system", content: "You take the minutes." });
  if (transcript.length > 20000) messages.push({ role: "system", content: "Be brief, the meeting was long." });
  messages.push({ role: "user", content: `Extract the action items with owner and due date (ISO 8601) from the transcript as JSON.\n\n${transcript}` });
  const res = await groq.chat.completions.create({ model: "llama-3.3-70b-versatile", messages, response_format: { type: "json_object" } });
  return JSON.parse(res.choices[0].message.content);
}

/*
 * old version, kept for the numbers in it
 * const res = await groq.chat.completions.create({ model: "gemma2-9b-it", messages: [{ role: "user", content: "uppercase this" }] });
 */
