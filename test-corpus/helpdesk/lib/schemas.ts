import { z } from "zod";

export const contactSchema = z.object({
  url: z.string().url().nullable().describe("the first URL that occurs in the message"),
});

export const queueSchema = z.object({
  language: z.enum(["en", "de", "fr", "es", "it", "nl"]).describe("language the message is written in"),
});

export const incidentSchema = z.object({
  rootCause: z.string().describe("most likely root cause, judged from the thread"),
  count: z.number().int().describe("how many customers probably have the same problem"),
  nextDate: z.string().describe("a realistic date for a fix, as YYYY-MM-DD"),
});

export type Incident = z.infer<typeof incidentSchema>;
