import { generateText, type CoreMessage } from "ai";
import { fast, careful } from "@/lib/models";

type Stop = { name: string; lat: number; lon: number; opens?: string };

const weekdayMessages = (date: string): CoreMessage[] => [
  { role: "system", content: "Answer with a single English word." },
  { role: "user", content: `Which day of the week is ${date}?` },
];

export async function weekday(date: string) {
  return (await generateText({ model: fast, messages: weekdayMessages(date) })).text;
}

export async function arrival(departure: string, days: number) {
  const { text } = await generateText({
    model: fast,
    prompt: `Add ${days} days to ${departure} and give the resulting date as YYYY-MM-DD. Output the date only.`,
  });
  return text;
}

export async function localTime(utc: string, zone: string) {
  const { text } = await generateText({
    model: fast,
    system: "You convert times between time zones. Reply with the local time as HH:MM.",
    prompt: `${utc} (UTC) in ${zone}`,
  });
  return text;
}

export async function kilometres(a: Stop, b: Stop) {
  const prompt = [
    "Calculate the great-circle distance in kilometres between two points. Round to whole kilometres, number only.",
    `A: ${a.lat}, ${a.lon}`,
    `B: ${b.lat}, ${b.lon}`,
  ].join("\n");
  const { text } = await generateText({ model: fast, prompt });
  return Number(text);
}

export async function order(stops: Stop[], wishes: string) {
  const { text } = await generateText({
    model: careful,
    system: "You plan tours. Sort the stops so that the driver has a good day: opening hours, breaks, traffic as it usually is, and the wishes.",
    prompt: `${JSON.stringify(stops)}\n\nWishes: ${wishes}\n\nReturn the names in order, one per line.`,
  });
  return text.split("\n");
}

export async function late(deliveries: { id: string; due: string; arrived: string }[]) {
  const { text } = await generateText({
    model: fast,
    prompt: `From this JSON array keep only the objects whose "arrived" is later than "due". Return the JSON array.\n${JSON.stringify(deliveries)}`,
  });
  return JSON.parse(text) as typeof deliveries;
}

export async function excuse(delivery: { id: string; due: string; arrived: string }, log: string) {
  return (await generateText({
    model: careful,
    prompt: `The delivery was due ${delivery.due} and arrived ${delivery.arrived}. Say by how many hours it was late and why, from the log below, in two friendly sentences.\n${log}`,
  })).text;
}
