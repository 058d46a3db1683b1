import OpenAI from "openai";

const client = new OpenAI();
const send = (prompt: string) => client.responses.create({ model: "gpt-4o", input: prompt });

function promptOf(kind: string): string {
  switch (kind) {
    case "words":
    case "terms":
      return "Count the words.";
    case "letters":
      return "Count the letters.";
    default:
      return "Count the lines.";
  }
}

enum Kind {
  Words = "words",
  Lines = "lines",
}

function ofEnum(kind: Kind): string {
  if (kind === Kind.Words) {
    return "Count the words of it.";
  } else if (kind === Kind.Lines) {
    return "Count the lines of it.";
  }
  throw new Error("no such kind");
}

export const terms = () => send(promptOf("terms"));
export const letters = () => send(promptOf("letters"));
export const others = () => send(promptOf("others"));
export const anyOfThem = (kind: string) => send(promptOf(kind));
export const lines = () => send(ofEnum(Kind.Lines));
