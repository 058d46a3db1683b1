import { GoogleGenAI, Type } from "@google/genai";

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
// Modelo rápido: los textos son cortos. 短い文章なので速いモデルで十分。
const model = "gemini-2.5-flash";

export async function plan(place: string, days: number, likes: string[]): Promise<string> {
  const response = await ai.models.generateContent({
    model,
    contents: `Plan ${days} days in ${place} for people who like ${likes.join(", ")}. Sort the stops of each day so that nobody has to run.`,
  });
  return response.text ?? "";
}

export async function hotelPhone(page: string): Promise<string> {
  const response = await ai.models.generateContent({
    model,
    contents: page,
    config: {
      systemInstruction: "Return the phone number given on the page, in international format. Nothing else.",
      maxOutputTokens: 20,
    },
  });
  return response.text ?? "";
}

export async function flightFields(line: string) {
  const response = await ai.models.generateContent({
    model,
    contents: `Split this record at the | characters and return the parts as JSON: ${line}`,
    config: {
      responseMimeType: "application/json",
      responseSchema: {
        type: Type.OBJECT,
        properties: {
          flight: { type: Type.STRING, description: "first part" },
          from: { type: Type.STRING, description: "second part" },
          to: { type: Type.STRING, description: "third part" },
        },
      },
    },
  });
  return JSON.parse(response.text ?? "{}");
}

export async function consejo(lugar: string): Promise<string> {
  const contents = `Escribe un consejo breve y personal para alguien que visita ${lugar} por primera vez. Nada de listas ni de fechas.`;
  const response = await ai.models.generateContent({ model, contents });
  return response.text ?? "";
}

export async function celsius(fahrenheit: number): Promise<number> {
  const response = await ai.models.generateContent({
    model,
    contents: "Convert to degrees Celsius, number only: " + fahrenheit + " °F",
  });
  return Number(response.text);
}

export async function localTime(time: string, from: string, to: string): Promise<string> {
  const response = await ai.models.generateContent({
    model,
    contents: `It is ${time} in the time zone ${from}. What time is it in the time zone ${to}? Answer as HH:MM.`,
  });
  return response.text ?? "";
}

export async function poster(place: string) {
  return ai.models.generateImages({ model: "imagen-3.0-generate-002", prompt: `A travel poster of ${place}` });
}
