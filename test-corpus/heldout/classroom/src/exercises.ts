import Anthropic from "@anthropic-ai/sdk";

const anthropic = new Anthropic();

class Exercise {
  constructor(
    private readonly system: string,
    private readonly maxTokens = 300,
  ) {}

  async run(text: string): Promise<string> {
    const message = await anthropic.messages.create({
      model: "claude-3-5-haiku-latest",
      max_tokens: this.maxTokens,
      system: this.system,
      messages: [{ role: "user", content: text }],
    });
    const block = message.content[0];
    return block.type === "text" ? block.text : "";
  }
}

const mirror = new Exercise("Reverse the word letter by letter. Output the reversed word only.", 20);
const plural = new Exercise("Give the English plural of the noun. One word.", 10);
const gaps = new Exercise(
  "Turn the text into a gap-fill exercise: replace eight words by ____ so that a learner of the given level has something to think about. List the words in alphabetical order below.",
);
const clean = new Exercise("Remove all punctuation marks from the text. Keep letters, digits and spaces.");

export const reversed = (word: string) => mirror.run(word);
export const pluralOf = (noun: string) => plural.run(noun);
export const gapFill = (text: string) => gaps.run(text);
export const bare = (text: string) => clean.run(text);

const SWAP: Record<string, string> = { kids: "children", gonna: "going to", wanna: "want to", "ain't": "is not" };

export async function formal(text: string) {
  const table = Object.entries(SWAP)
    .map(([from, to]) => `${from} -> ${to}`)
    .join("\n");
  const message = await anthropic.messages.create({
    model: "claude-3-5-haiku-latest",
    max_tokens: 1000,
    messages: [{ role: "user", content: `Replace these words, whole words only, and leave the rest of the text alone:\n${table}\n\nText:\n${text}` }],
  });
  return message.content[0].type === "text" ? message.content[0].text : text;
}

export async function politer(text: string) {
  const message = await anthropic.messages.create({
    model: "claude-3-5-sonnet-latest",
    max_tokens: 1000,
    messages: [{ role: "user", content: `Replace every word in this letter to the headmaster that could sound rude. Keep the length within 10 %.\n\n${text}` }],
  });
  return message.content[0].type === "text" ? message.content[0].text : text;
}
