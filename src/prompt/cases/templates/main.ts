import fs from "fs";
import Handlebars from "handlebars";
import Mustache from "mustache";
import ejs from "ejs";
import OpenAI from "openai";

const client = new OpenAI();
const translate = Handlebars.compile(fs.readFileSync("templates/translate.hbs", "utf8"));

async function ask(prompt: string) {
  return client.responses.create({ model: "gpt-4o", input: prompt });
}

export const handlebars = (text: string) => ask(translate({ text, language: "French" }));
export const mustache = (title: string) =>
  ask(Mustache.render("Slug of {{title}}{{^short}}, at most five words{{/short}}.", { title }));
export const embedded = (rows: Row[]) =>
  ask(ejs.render("Add up:\n<% rows.forEach(row => { %><%= row.amount %>\n<% }) %>", { rows }));
