import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatPromptTemplate, PromptTemplate } from "@langchain/core/prompts";
import { RunnableSequence } from "@langchain/core/runnables";
import { ChatOpenAI } from "@langchain/openai";
import { z } from "zod";

const model = new ChatOpenAI({ model: "gpt-4o-mini", temperature: 0 });
const tutor = new ChatOpenAI({ model: "gpt-4o", temperature: 0.7 });

const load = (name: string) => readFileSync(join(__dirname, "..", "prompts", `${name}.md`), "utf8");

const gradeChain = PromptTemplate.fromTemplate(load("grade")).pipe(model).pipe(new StringOutputParser());
const feedbackChain = PromptTemplate.fromTemplate(load("feedback")).pipe(tutor).pipe(new StringOutputParser());

const sentenceChain = RunnableSequence.from([
  ChatPromptTemplate.fromMessages([
    ["system", "Split the text into sentences. Write each sentence on a line of its own and change nothing."],
    ["human", "{text}"],
  ]),
  model,
  new StringOutputParser(),
]);

export async function grade(points: number) {
  return gradeChain.invoke({ points });
}

export async function feedback(essay: string) {
  return feedbackChain.invoke({ essay });
}

export async function sentences(text: string) {
  return (await sentenceChain.invoke({ text })).split("\n");
}

export async function words(text: string) {
  const reply = await model.invoke([
    ["system", "How many words does the pupil's text have? Answer with the number."],
    ["human", text],
  ]);
  return Number(reply.content);
}

export async function goodWords(text: string) {
  const reply = await tutor.invoke([
    ["system", "How many words in the pupil's text are really well chosen? Give the number and the best one."],
    ["human", text],
  ]);
  return reply.content;
}

const Level = z.object({
  level: z.enum(["A1", "A2", "B1", "B2", "C1", "C2"]).describe("level of the text by the Common European Framework"),
});

export async function level(text: string) {
  return tutor.withStructuredOutput(Level).invoke(`Judge this text:\n${text}`);
}

const Quiz = z.object({
  questions: z.array(z.object({ question: z.string(), answers: z.array(z.string()).length(4), correct: z.number().int().min(0).max(3) })),
});

export async function quiz(topic: string, count: number) {
  const structured = tutor.withStructuredOutput(Quiz);
  return structured.invoke(`Write ${count} multiple-choice questions on ${topic}. Put the answers in random order and set "correct" to the index of the right one.`);
}
