import { createRequire } from "node:module";

// prettier-ignore
const LABELS: Record<string, string> = { positive: "positive", negative: "negative", neutral: "neutral" }; // slot: table

// The package comes without types.
interface Vader {
  SentimentIntensityAnalyzer: {
    polarity_scores(text: string): { compound: number };
  };
}
const vader = createRequire(import.meta.url)("vader-sentiment") as Vader;

/** Returns the label of an English text's sentiment: positive, negative or neutral. */
export function classifySentiment(text: string): string | null {
  const { compound } = vader.SentimentIntensityAnalyzer.polarity_scores(text);
  const polarity =
    compound >= 0.05 ? "positive" : compound <= -0.05 ? "negative" : "neutral";
  return LABELS[polarity] ?? null;
}
