import OpenAI from "openai";

const client = new OpenAI();

async function ask(prompt: string, max_tokens = 50): Promise<string> {
  const r = await client.chat.completions.create({ model: "gpt-4o-mini", messages: [{ role: "user", content: prompt }], max_tokens });
  return r.choices[0].message.content ?? "";
}

export async function average(gifts: number[]) {
  return Number(await ask(`Calculate the arithmetic mean of these numbers, two decimals: ${gifts.join(", ")}`));
}

export async function topDonors(gifts: Record<string, number>) {
  return ask(`Return the names of the three donors with the highest amounts, comma separated.\n${JSON.stringify(gifts)}`);
}

export async function topStories(stories: string[]) {
  return ask(`Return the three stories that will move our readers most, strongest first, separated by ---\n${stories.join("\n\n")}`, 2000);
}

export async function byMonth(gifts: { date: string; amount: number }[]) {
  return JSON.parse(await ask("Group the gifts by month (YYYY-MM) and sum the amounts. JSON object month -> total.\n" + JSON.stringify(gifts), 800));
}

export async function forecast(gifts: { date: string; amount: number }[]) {
  return JSON.parse(await ask("Calculate what we should expect for the next three months, thinking of Christmas and the flood last year. JSON month -> amount.\n" + JSON.stringify(gifts), 800));
}

export async function inWords(amount: number) {
  return ask(`Write ${amount} in English words, as on a cheque.`);
}

export async function isbn(book: string) {
  return (await ask(`Verify the check digit of this ISBN-13 and answer valid or invalid: ${book}`, 2)) === "valid";
}

export async function goodGoal(goal: number, plan: string) {
  return (await ask(`Is ${goal} euro a valid goal for this campaign, neither too low nor out of reach? yes or no\n${plan}`, 2)) === "yes";
}

export function toolbar(prompt: string) {
  return window.prompt(prompt, "100");
}
