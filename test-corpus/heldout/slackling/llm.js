// one place for the model, so we can swap it again (3rd time now)
const { GoogleGenAI } = require("@google/genai");

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

async function say(prompt, opts = {}) {
  const res = await ai.models.generateContent({
    model: opts.model || "gemini-2.0-flash",
    contents: prompt,
    config: { temperature: opts.temperature ?? 0, maxOutputTokens: opts.max },
  });
  return res.text.trim();
}

module.exports = { ai, say };
