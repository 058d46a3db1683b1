import pLimit from "p-limit";
import pMap from "p-map";
import { run } from "./bound";
import { ask } from "./llm";
import { register } from "./registry";

const limit = pLimit(3);

export class Bot {
  private queue = pLimit(1);
  ask(prompt: string) {
    return ask(prompt);
  }
  all(texts: string[]) {
    return ["Write a short greeting.", "Write a long farewell."].map(this.ask.bind(this));
  }
  one(text: string) {
    return this.queue(ask, `Find the names in: ${text}`);
  }
}

export const elsewhere = (text: string) => run(`Find the dates in: ${text}`);
export const limited = (text: string) => limit(ask, `Sort the lines of: ${text}`);
export const applied = (text: string) => ask.apply(null, [`Reverse this: ${text}`]);
export const after = (text: string) =>
  Promise.resolve(`Lowercase this: ${text}`).then(ask, (problem) => ask(`Explain this problem: ${problem}`));
export const each = () => pMap(["Count from one to ten in words."], ask, { concurrency: 2 });

export const nearMisses = (text: string) => [register(ask, text), limit(() => text), [text].map(String)];
