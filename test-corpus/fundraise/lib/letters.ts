import { generateText } from "ai";
import { large, mini } from "./ai";
import { PROMPTS } from "./prompts.json.ts";

export async function salutation(first: string) {
  const { text } = await generateText({ model: mini, prompt: `Gender usually associated with the first name ${first}: answer m, f or u.`, maxTokens: 1 });
  return { m: "Mr", f: "Ms", u: "" }[text.trim()] ?? "";
}

export async function thankYou(donor: { name: string; amount: number; project: string }) {
  const prompt = PROMPTS.thanks
    .replace("{{name}}", donor.name)
    .replace("{{amount}}", String(donor.amount))
    .replace("{{project}}", donor.project);
  return (await generateText({ model: large, prompt })).text;
}

export async function receipt(donor: { name: string; amount: number; date: string }) {
  const prompt = PROMPTS.receipt.replace("{{data}}", JSON.stringify(donor));
  return (await generateText({ model: mini, prompt })).text;
}

export async function greetingLine(lang: "en" | "de" | "fr") {
  const { text } = await generateText({ model: large, system: PROMPTS.opening[lang], prompt: "Spring appeal" });
  return text;
}

export async function mailParts(raw: string) {
  const { text } = await generateText({
    model: mini,
    messages: [
      { role: "system", content: "Convert the HTML e-mail to plain text. Drop scripts, styles and tracking pixels, keep line breaks." },
      { role: "user", content: raw },
    ],
  });
  return text;
}

export async function answerKind(mail: string) {
  let attempt = 0;
  let system = "Classify the e-mail of a donor: question, cancellation, praise or address change. One word.";
  for (;;) {
    const { text } = await generateText({ model: mini, system, prompt: mail, temperature: 0 });
    const kind = text.trim().toLowerCase();
    if (["question", "cancellation", "praise", "address change"].includes(kind) || attempt++ > 1) return kind;
    system += " Answer with exactly one of the four, nothing else.";
  }
}

export async function retain(mail: string) {
  const { text } = await generateText({
    model: large,
    system: "Classify how serious this cancellation is and draft the answer most likely to keep the donor without pressing.",
    prompt: mail,
  });
  return text;
}
