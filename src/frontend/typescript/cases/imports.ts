import OpenAI from "openai";
import * as ai from "ai";
import Anthropic, { type Message, HUMAN_PROMPT as HUMAN } from "@anthropic-ai/sdk";
import type { ChatModel } from 'openai/resources';
import "dotenv/config";
import fs = require("fs");
import Models = OpenAI.Models;
import { "string name" as odd } from "./odd.js";
export { summarize as default, classify } from "./tasks";
export * from "./types";
export * as prompts from "./prompts";
export type { ChatModel };
const legacy = require("openai");
const { Configuration, OpenAIApi: Api, beta: { tools }, extra = 1 } = require("openai");
const path = require("path").posix;
const { default: Groq, ...others } = await import("groq-sdk");
const lazy = (await import("./lazy")).default;
let late;
async function load() {
  late = await import("./late");
  const { generateText } = await import("ai");
  return generateText;
}
export = load;
const inline = new (require("openai").OpenAI)(), lazily = new (await import("openai")).AzureOpenAI({});
const Page = lazyLoad(() => import("./page"));
const { OpenAI: Inner } = require("openai").default;
