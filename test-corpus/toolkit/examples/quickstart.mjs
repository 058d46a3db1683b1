import OpenAI from "openai";

const client = new OpenAI();
const text = process.argv.slice(2).join(" ");

const res = await client.chat.completions.create({
  model: "gpt-4o-mini",
  messages: [{ role: "user", content: `Strip the HTML tags and give me the text:\n${text}` }],
});
console.log(res.choices[0].message.content);

const poem = await client.chat.completions.create({
  model: "gpt-4o",
  messages: [{ role: "user", content: `Write a four-line poem about this:\n${text}` }],
});
console.log(poem.choices[0].message.content);
