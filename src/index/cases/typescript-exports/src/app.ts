import { getClient, shared } from "@/lib";
import direct from "./lib/openai";

export const a = () => getClient().chat.completions.create({ messages: [] });
export const b = () => shared.chat.completions.create({ messages: [] });
export const c = () => direct.chat.completions.create({ messages: [] });

export function d({ client }: { client: OpenAI }) {
  return client.chat.completions.create({ messages: [] });
}
import type OpenAI from "openai";
