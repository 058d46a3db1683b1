export const SYSTEM = `You sort lines.
Keep duplicates.`;
export const routing = (text: string) => `Route the ticket to one of ${QUEUES.join(", ")}.\n\n${text}`;
export const QUEUES = ["billing", "bug"] as const;
export const PROMPTS: Record<string, string> = { en: "Translate {{text}} to English.", de: "Übersetze {{text}} ins Deutsche." };
export default "Reverse the text.";
