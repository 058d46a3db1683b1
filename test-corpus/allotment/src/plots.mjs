// Allotment association: plots, waiting list, notices.
import Anthropic from "@anthropic-ai/sdk";
import { CohereClientV2 } from "cohere-ai";
import { Mistral } from "@mistralai/mistralai";

const anthropic = new Anthropic();
const cohere = new CohereClientV2({ token: process.env.COHERE_API_KEY });
const mistral = new Mistral({ apiKey: process.env.MISTRAL_API_KEY });

const CATEGORIES = ["seeds", "tools", "water", "rent", "insurance", "other"];

const SHOTS = [
  { role: "user", content: "HORNBACH 2231 BERLIN" },
  { role: "assistant", content: "tools" },
  { role: "user", content: "WASSERBETRIEBE Q3" },
  { role: "assistant", content: "water" },
  { role: "user", content: "DEHNER GARTENCENTER" },
  { role: "assistant", content: "seeds" },
];

/** Category of a line of the bank statement. */
export async function category(line) {
  const message = await anthropic.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 5,
    system: `Put the bank transaction into one of: ${CATEGORIES.join(", ")}. Reply with the category.`,
    messages: [...SHOTS, { role: "user", content: line }],
  });
  const [block] = message.content;
  return CATEGORIES.includes(block.text) ? block.text : "other";
}

export async function worthIt(line) {
  const message = await anthropic.messages.create({
    model: "claude-3-5-sonnet-latest",
    max_tokens: 60,
    system: "You are the treasurer. Rate from 1 to 5 how useful this expense was for the members, and say why in ten words.",
    messages: [{ role: "user", content: line }],
  });
  return message.content[0].text;
}

export async function plotSize(text) {
  const res = await cohere.chat({
    model: "command-r-08-2024",
    messages: [
      { role: "system", content: "Convert square yards to square metres (1 square yard = 0.8361 square metres). Print the number, one decimal." },
      { role: "user", content: text },
    ],
  });
  return Number(res.message.content[0].text);
}

export async function needs(letter) {
  const res = await cohere.chat({
    model: "command-r-plus",
    messages: [{ role: "user", content: `Extract from this letter what the member wants from the board and by when it would have to be settled. JSON.\n\n${letter}` }],
    responseFormat: { type: "json_object" },
  });
  return JSON.parse(res.message.content[0].text);
}

export async function waiting(list) {
  const res = await mistral.chat.complete({
    model: "mistral-small-latest",
    messages: [{ role: "user", content: `Sort the waiting list by date of application, oldest first. One line each, unchanged.\n\n${list.join("\n")}` }],
  });
  return res.choices[0].message.content.split("\n");
}

export async function neighbours(list, plot) {
  const res = await mistral.chat.complete({
    model: "mistral-large-latest",
    messages: [{ role: "user", content: `Sort the applicants by how well they would get on with the neighbours of plot ${plot}. One line each.\n\n${list.join("\n")}` }],
  });
  return res.choices[0].message.content.split("\n");
}

export async function rerank(query, documents) {
  return cohere.rerank({ model: "rerank-v3.5", query, documents });
}
