"use strict";

const fs = require("node:fs");
const OpenAI = require("openai");
const axios = require("axios");
const prompts = require("./prompts.cjs");
const { LANGUAGE, ratingRoute } = require("./prompts.cjs");

const client = new OpenAI();
const ANTHROPIC = "https://api.anthropic.com/v1/messages";

async function errors(file) {
  const log = fs.readFileSync(file, "utf8");
  const res = await client.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: prompts.COUNT_LINES },
      { role: "user", content: log },
    ],
  });
  return Number(res.choices[0].message.content);
}

async function language(message) {
  const res = await client.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [{ role: "user", content: LANGUAGE + "\n\n" + message }],
    max_tokens: 2,
  });
  return res.choices[0].message.content;
}

async function mood(score) {
  const res = await client.chat.completions.create({
    model: "gpt-4o-mini",
    messages: [{ role: "user", content: ratingRoute(score) }],
  });
  return res.choices[0].message.content;
}

async function diagnose(log) {
  const data = {
    model: "claude-3-5-sonnet-latest",
    max_tokens: 800,
    system: "You are an experienced operator. Date and count of the errors are facts, the cause is what we want.",
    messages: [{ role: "user", content: `What is most likely wrong with this machine?\n\n${log}` }],
  };
  const res = await axios.post(ANTHROPIC, data, { headers: { "x-api-key": process.env.ANTHROPIC_API_KEY } });
  return res.data.content[0].text;
}

async function addressOf(line) {
  const res = await axios.post(
    "https://api.openai.com/v1/chat/completions",
    {
      model: "gpt-4o-mini",
      messages: [{ role: "user", content: `Which e-mail address appears in this log line? ${line}\nAddress:` }],
    },
    { headers: { Authorization: `Bearer ${process.env.OPENAI_API_KEY}` } },
  );
  return res.data.choices[0].message.content.trim();
}

async function statusOf(bot) {
  // client.chat.completions.create({ model: "gpt-4o" }) would be overkill here
  return axios.post("http://localhost:8080/bots/status", { model: bot, prompt: "status" });
}

module.exports = { errors, language, mood, diagnose, addressOf, statusOf };
