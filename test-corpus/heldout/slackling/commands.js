const { ai, say } = require("./llm");

const handlers = {
  // /links <html>
  async links(html) {
    const out = await say(`get all the hrefs out of this html, one per line, nothing else:\n${html}`);
    return out.split("\n").filter(Boolean);
  },

  // /emoji party
  async emoji(word) {
    return say("reply with the single emoji for :" + word + ":", { max: 4 });
  },

  async tags(post) {
    const res = await ai.models.generateContent({
      model: "gemini-2.0-flash",
      contents: [{ role: "user", parts: [{ text: post }] }],
      config: {
        systemInstruction: "Extract all #hashtags and @mentions from the post. Return JSON {\"hashtags\": [], \"mentions\": []}.",
        responseMimeType: "application/json",
      },
    });
    return JSON.parse(res.text);
  },

  async suggestTags(post) {
    return (await say(`give me 5 hashtags for this post, lowercase, sorted by reach, comma separated: ${post}`, { temperature: 0.8 })).split(",");
  },

  async shopping(text) {
    return (await say(`split this into single items, one per line: "${text}"`)).split("\n");
  },

  async standup(messages) {
    const dump = messages.map((m) => `${m.user} (${m.ts}): ${m.text}`).join("\n");
    return say(`group these messages by person and tell me in 1 line each what they did, what they do next, and count the blockers\n\n${dump}`, { model: "gemini-2.5-pro" });
  },

  async every(text) {
    return say(`convert to a cron expression (5 fields), only the expression: ${text}`);
  },

  async roast(name) {
    return say(`roast ${name} in one sentence. be nice about it`, { temperature: 1 });
  },

  async ping() {
    return (await say("Reply with exactly: OK")) === "OK" ? "up" : "odd";
  },

  async status(user) {
    return this.speech.say(`status of ${user}`);
  },
};

handlers.speech = { say: (text) => console.log(text) };

module.exports = handlers;
