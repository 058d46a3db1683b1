import { z } from "zod";

export const vatCheck = z.object({
  valid: z.boolean().describe("true if the number has the format of an EU VAT number of the country in its first two letters"),
});

export const cargoClass = z.enum(["general", "refrigerated", "hazardous", "oversize", "livestock"]);

export const measurement = z.object({
  value: z.number().describe("the number"),
  unit: z.string().describe("the unit as written, for example kg or m³"),
});

export const incident = z.object({
  driverAtFault: z.boolean(),
  estimatedDamageEur: z.number().describe("a realistic estimate of the damage"),
  occurredAt: z.string().datetime().describe("when it most likely happened"),
  summary: z.string().max(300),
});

export const remark = z.object({
  sentiment: z.enum(["positive", "neutral", "negative"]),
  suggestedReply: z.string().describe("what dispatch should answer, in the driver's language"),
});
