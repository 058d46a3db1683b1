import { frage, lies, openai } from "./ki";
import * as texte from "./texte";
import { z } from "zod";

export const ibanOk = async (iban: string) =>
  (await frage(texte.IBAN, iban)) === "gültig";

export async function verzugszinsen(betrag: number, zinssatz: number, tage: number) {
  const prompt = texte.VERZUG.replaceAll("{{betrag}}", String(betrag))
    .replaceAll("{{zinssatz}}", String(zinssatz))
    .replaceAll("{{tage}}", String(tage));
  const antwort = await openai.chat.completions.create({ model: "gpt-4o", messages: [{ role: "user", content: prompt }] });
  return Number(antwort.choices[0].message.content);
}

export async function rechnungsnummer(verwendungszweck: string) {
  const nummer = await frage(texte.RECHNUNGSNUMMER, verwendungszweck);
  return nummer === "keine" ? null : nummer;
}

export async function mahnung(stufe: 1 | 2 | 3, daten: Record<string, string>) {
  return frage(`${texte.MAHNUNG}\n\nStufe: ${stufe}`, JSON.stringify(daten), "gpt-4o");
}

export async function konto(zeile: string) {
  return frage(texte.KONTIERUNG, zeile);
}

const Skonto = z.object({
  prozent: z.number().describe("Skonto in Prozent"),
  tage: z.number().int().describe("Frist in Tagen"),
});

export async function skonto(bedingung: string) {
  return lies(Skonto, "skonto", `Zahlungsbedingung: ${bedingung}`);
}

const Einschaetzung = z.object({
  zahltVoraussichtlich: z.boolean(),
  datum: z.string().describe("wann mit dem Geld zu rechnen ist, JJJJ-MM-TT"),
  grund: z.string(),
});

export async function einschaetzung(verlauf: string) {
  return lies(Einschaetzung, "einschaetzung", verlauf);
}
