import { generateText, streamText } from "ai";
import { fast } from "@/lib/models";

const TIDY = {
  en: "Put the driver's note into clean sentences. Correct spelling, keep every fact.",
  de: "Bring die Notiz des Fahrers in saubere Sätze. Rechtschreibung verbessern, alle Angaben behalten.",
  pl: "Zapisz notatkę kierowcy pełnymi zdaniami. Popraw pisownię, zachowaj wszystkie informacje.",
};

export async function POST(req: Request) {
  const { prompt, lang } = (await req.json()) as { prompt: string; lang: keyof typeof TIDY };
  const result = streamText({ model: fast, system: TIDY[lang], prompt });
  return result.toDataStreamResponse();
}

export async function PUT(req: Request) {
  const { a, b } = await req.json();
  const { text } = await generateText({ model: fast, prompt: `Compare the two notes of the same trip. Do they contradict each other? yes or no\n1: ${a}\n2: ${b}` });
  return Response.json({ contradiction: text.toLowerCase().startsWith("yes") });
}
