import Anthropic from "@anthropic-ai/sdk";
import OpenAI from "openai";
import { readFile } from "node:fs/promises";

const openai = new OpenAI({ baseURL: process.env.OPENAI_BASE_URL });
const claude = new Anthropic();

const CARD = "Does the card number pass the Luhn checksum? Answer yes or no.";
const EMAIL_SYNTAX = "You validate email addresses against RFC 5322 syntax. Output 1 for valid and 0 for invalid.";

export const cardOk = async (number) => {
  const res = await openai.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: CARD },
      { role: "user", content: String(number) },
    ],
  });
  return res.choices[0].message.content.toLowerCase() === "yes";
};

export const emailOk = async (address) => {
  const res = await claude.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 1,
    system: EMAIL_SYNTAX,
    messages: [{ role: "user", content: address }],
  });
  return res.content[0].text === "1";
};

export const trustworthy = async (address, order) => {
  const res = await claude.messages.create({
    model: "claude-3-5-sonnet-latest",
    max_tokens: 5,
    system: order.total > 500 ? "Be strict." : "Be lenient.",
    messages: [{ role: "user", content: `Would you say this e-mail address belongs to a real customer who places this order? Validate: ${address}\n${JSON.stringify(order)}\nyes or no` }],
  });
  return res.content[0].text === "yes";
};

export async function suggestPrice(item) {
  const notes = await readFile("notes/prices.md", "utf8").catch(() => "");
  const res = await openai.chat.completions.create({
    model: "gpt-4o",
    messages: [
      { role: "system", content: "You know the market for used bicycles. Calculate a fair price; give one number in euro." },
      { role: "user", content: `Item: ${item}\nNotes of the owner:\n${notes}` },
    ],
  });
  return Number(res.choices[0].message.content);
}

export async function vatId(number) {
  const res = await openai.responses.create({
    model: "gpt-4.1-nano",
    input: `Check whether ${number} has the right format for an EU VAT identification number of its country prefix. Output true or false.`,
  });
  return res.output_text === "true";
}

// const res = await openai.chat.completions.create({ model: "gpt-4o", messages });  <- old bot
