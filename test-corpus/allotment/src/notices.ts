import { readFile } from "node:fs/promises";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatMistralAI } from "@langchain/mistralai";
import axios, { type AxiosInstance } from "axios";

const llm = new ChatMistralAI({ model: "mistral-small-latest", temperature: 0 });

export class Notices {
  private readonly http: AxiosInstance;

  constructor(key: string) {
    this.http = axios.create({ baseURL: "https://api.openai.com/v1", headers: { Authorization: `Bearer ${key}` } });
  }

  private async send(content: string): Promise<string> {
    const { data } = await this.http.post("/chat/completions", { model: "gpt-4o-mini", messages: [{ role: "user", content }] });
    return data.choices[0].message.content;
  }

  async shorten(text: string) {
    return this.send(`Give back the first 50 words of the text and nothing else.\n\n${text}`);
  }

  async shortVersion(text: string) {
    return this.send(`Say the same in 50 words, so that nobody overlooks the date.\n\n${text}`);
  }

  async nextMeeting(date: string) {
    return this.send(`What date is exactly four weeks after ${date}? Format: YYYY-MM-DD`);
  }

  async goodDay(dates: string[], members: string) {
    return this.send(`On which of these days will most members come? ${dates.join(", ")}\nWhat they wrote:\n${members}\nAnswer with the date only.`);
  }

  async postcode(address: string) {
    return JSON.parse(await this.send(`Split the address into street, number, postcode and city. JSON.\n${address}`));
  }

  async rule(question: string) {
    const statutes = await readFile("statutes.md", "utf8");
    return this.send(`Answer yes or no and name the number of the paragraph.\n\nQuestion: ${question}\n\nStatutes:\n${statutes}`);
  }
}

const vocabulary = ChatPromptTemplate.fromMessages([
  ["system", "Find the country code (ISO 3166-1 alpha-2) for the country the member comes from. Reply with two capital letters."],
  ["human", "{country}"],
]);

const welcome = ChatPromptTemplate.fromTemplate("Welcome {name}, who takes over plot {plot}, in the style of the last newsletters:\n{letters}");

export async function country(country: string) {
  const chain = vocabulary.pipe(llm).pipe(new StringOutputParser());
  return chain.invoke({ country });
}

export async function welcomeNote(name: string, plot: number, letters: string) {
  const out = await welcome.pipe(llm).invoke({ name, plot, letters });
  return out.content;
}
