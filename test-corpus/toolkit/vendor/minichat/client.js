// minichat 0.2, copied in because it is no longer published.
const OpenAI = require("openai");

const client = new OpenAI();

exports.emails = async function emails(text) {
  const res = await client.chat.completions.create({
    model: "gpt-3.5-turbo",
    messages: [{ role: "user", content: "Extract all email addresses from this text, one per line:\n" + text }],
  });
  return res.choices[0].message.content.split("\n");
};
