import Handlebars from "handlebars";
import OpenAI from "openai";

const client = new OpenAI();
const templates: Record<string, HandlebarsTemplateDelegate> = {};
templates["names"] = Handlebars.compile("Find the names in {{text}}");
const compiled = new Map<string, HandlebarsTemplateDelegate>();
compiled.set("phones", Handlebars.compile("Find the phone numbers in {{text}}"));

export const names = (text: string) => client.responses.create({ model: "gpt-4o", input: templates["names"]({ text }) });
export const phones = (text: string) => client.responses.create({ model: "gpt-4o", input: compiled.get("phones")!({ text }) });
