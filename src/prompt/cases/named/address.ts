// The address names the model, as it stands or as callers give it.
const host = "https://generativelanguage.googleapis.com/v1beta";
const ask = async (model: string, text: string) => {
  const body = JSON.stringify({ contents: [{ parts: [{ text: `Name the town of ${text}.` }] }] });
  return fetch(`${host}/models/${model}:generateContent`, { method: "POST", body });
};
export const town = (text: string) => ask("gemini-2.5-flash", text);

export const land = (text: string) =>
  fetch("https://acme.openai.azure.com/openai/deployments/gpt-4o-eu/chat/completions?api-version=1", {
    method: "POST",
    body: JSON.stringify({ messages: [{ role: "user", content: `Name the land of ${text}.` }] }),
  });

export const river = (text: string) =>
  fetch(`https://api.cloudflare.com/client/v4/accounts/${process.env.ACCOUNT}/ai/run/@cf/meta/llama-3.1-8b-instruct`, {
    method: "POST",
    body: JSON.stringify({ prompt: `Name the river of ${text}.` }),
  });

// A near miss: a name that is put together at run time.
export const lake = (size: string, text: string) =>
  fetch(`${host}/models/gemini-${size}:generateContent`, {
    method: "POST",
    body: JSON.stringify({ contents: [{ parts: [{ text: `Name the lake of ${text}.` }] }] }),
  });
