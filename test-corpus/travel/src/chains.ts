import { ChatOpenAI } from "@langchain/openai";
import { ChatAnthropic } from "@langchain/anthropic";
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { StringOutputParser, JsonOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate } from "@langchain/core/prompts";

const llm = new ChatOpenAI({ model: "gpt-4o-mini", temperature: 0 });
const claude = new ChatAnthropic({ model: "claude-3-5-sonnet-latest" });

const slugPrompt = ChatPromptTemplate.fromTemplate(
  "Produce a slug for the place name (ASCII letters in lowercase, hyphens for spaces and punctuation).\n\nPlace: {place}\nSlug:",
);

export async function placeSlug(place: string): Promise<string> {
  const chain = slugPrompt.pipe(llm).pipe(new StringOutputParser());
  return chain.invoke({ place });
}

export async function stayLength(arrival: string, departure: string): Promise<string> {
  const reply = await llm.invoke(`Arrival ${arrival}, departure ${departure} (both YYYY-MM-DD). Number of nights? Only digits.`);
  return String(reply.content);
}

export async function rankHotels(hotels: string, wishes: string): Promise<string> {
  const reply = await claude.invoke([
    new SystemMessage("Sort the hotels by how well they suit these guests. Best first, one line of reasons for each."),
    new HumanMessage(`Guests: ${wishes}\n\nHotels:\n${hotels}`),
  ]);
  return String(reply.content);
}

export async function reviewMood(review: string): Promise<string> {
  const prompt = ChatPromptTemplate.fromMessages([
    ["system", "You are a sentiment classifier. Possible answers: POSITIVE, NEGATIVE, MIXED."],
    ["human", "{review}"],
  ]);
  return prompt.pipe(llm).pipe(new StringOutputParser()).invoke({ review });
}

export async function highlights(guide: string): Promise<string[]> {
  const prompt = ChatPromptTemplate.fromTemplate(
    "From the guide book chapter, extract the main ideas a traveller should remember. Return a JSON array of strings.\n\n{guide}",
  );
  return prompt.pipe(claude).pipe(new JsonOutputParser<string[]>()).invoke({ guide });
}

export async function currencyOf(amount: number, rate: number): Promise<number> {
  const reply = await llm.invoke(`USD to EUR, 1 USD = ${rate} EUR. Amount: ${amount} USD. Give the EUR amount only.`);
  return Number(reply.content);
}

class Pipeline {
  constructor(private steps: Array<(x: string) => string>) {}
  invoke(input: { prompt: string }): string {
    return this.steps.reduce((value, step) => step(value), input.prompt);
  }
}

export function clean(input: string): string {
  const chain = new Pipeline([(s) => s.trim(), (s) => s.toLowerCase()]);
  return chain.invoke({ prompt: input });
}
