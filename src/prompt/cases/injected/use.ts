import OpenAI from "openai";
import { ask, save } from "./llm";

async function retryWith(run: any, ...args: any[]) {
  return run(...args);
}

export const apart = (text: string) => retryWith(ask, `Count the words of: ${text}`);
export const noModel = (text: string) => retryWith(save, `Not sent to a model: ${text}`);

class Runner {
  constructor(private send: (prompt: string) => Promise<any>) {}
  run(text: string) {
    return this.send(`Find the dates in: ${text}`);
  }
}
new Runner(ask).run("1 May");

class Optioned {
  call: any;
  constructor(options: { call: any }) {
    this.call = options.call;
  }
  run(text: string) {
    return this.call(`Find the names in: ${text}`);
  }
}
new Optioned({ call: ask });

class Bound {
  constructor() {
    this.send = this.send.bind(this);
  }
  async send(text: string) {
    return ask(text);
  }
  run(text: string) {
    return this.send(`Sort the lines of: ${text}`);
  }
}

interface Llm {
  complete(prompt: string): Promise<any>;
}

class Remote {
  client = new OpenAI();
  async complete(prompt: string) {
    return this.client.responses.create({ model: "gpt-4o", input: prompt });
  }
}

class Files {
  async complete(prompt: string) {
    return prompt;
  }
}

class Service {
  constructor(private llm: Llm) {}
  run(text: string) {
    return this.llm.complete(`Find the mail address in: ${text}`);
  }
}
new Service(new Remote());

class Keeper {
  constructor(private llm: Files) {}
  run(text: string) {
    return this.llm.complete(`Not sent to a model: ${text}`);
  }
}
new Keeper(new Files());

const written: Llm = {
  async complete(prompt: string) {
    return new OpenAI().responses.create({ model: "gpt-4o", input: prompt });
  },
};

class Other {
  constructor(private model: Llm) {}
  run(text: string) {
    return this.model.complete(`Find the phone number in: ${text}`);
  }
}
new Other(written);
