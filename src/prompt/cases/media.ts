// Images made from a list that only the run knows.
import OpenAI from "openai";

const client = new OpenAI();

export async function transcribe(pages: Buffer[]): Promise<string | null> {
  const images = pages.map((page) => ({
    type: "image_url" as const,
    image_url: { url: `data:image/png;base64,${page.toString("base64")}` },
  }));
  const reply = await client.chat.completions.create({
    model: "gpt-4o",
    messages: [
      { role: "system", content: "Write down the text of the page as Markdown." },
      { role: "user", content: images },
    ],
  });
  return reply.choices[0].message.content;
}

export async function describe(photos: string[]): Promise<string | null> {
  const reply = await client.chat.completions.create({
    model: "gpt-4o",
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "How many people are there?" },
          ...photos.map((url) => ({ type: "image_url" as const, image_url: { url } })),
        ],
      },
    ],
  });
  return reply.choices[0].message.content;
}
