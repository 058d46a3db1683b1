import { azure, frage } from "./ki";

const QUARTAL =
  "Das Geschäftsjahr beginnt am 1. Oktober. In welches Geschäftsquartal fällt das Datum? Antworte mit Q1, Q2, Q3 oder Q4.";

export async function quartal(datum: string) {
  const antwort = await azure.chat.completions.create({
    model: "",
    messages: [
      { role: "system", content: QUARTAL },
      { role: "user", content: datum },
    ],
  });
  return antwort.choices[0].message.content;
}

export async function csvZuJson(csv: string) {
  return JSON.parse(await frage("Wandle die CSV-Datei (Trennzeichen Semikolon, erste Zeile Überschriften) in ein JSON-Array von Objekten um.", csv));
}

export async function zahl(wert: number) {
  return frage("Du formatierst Zahlen.", `Schreibe ${wert} mit Tausenderpunkt und Dezimalkomma.`);
}

export async function gerundet(wert: number) {
  const antwort = await fetch("https://api.openai.com/v1/responses", {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.OPENAI_API_KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({ model: "gpt-4.1-nano", input: `Runde ${wert} kaufmännisch auf zwei Nachkommastellen. Nur die Zahl.` }),
  });
  return Number((await antwort.json()).output[0].content[0].text);
}

export async function aufzaehlung(posten: string[]) {
  return frage("Verbinde die Zeilen zu einer Aufzählung: mit Komma getrennt, vor dem letzten Eintrag „und“.", posten.join("\n"));
}

export async function lagebericht(zahlen: Record<string, number>) {
  const antwort = await azure.chat.completions.create({
    model: "gpt-4o",
    messages: [
      {
        role: "user",
        content: `Erkläre dem Inhaber in fünf Sätzen, was diese Zahlen bedeuten. Berechne die Veränderungen in Prozent und sortiere nach Wichtigkeit.\n${JSON.stringify(zahlen, null, 2)}`,
      },
    ],
  });
  return antwort.choices[0].message.content;
}

export async function auffaellig(buchungen: string[]) {
  return (await frage("Prüfe die Buchungen und gib die zurück, die ein Betriebsprüfer vermutlich doppelt ansehen würde.", buchungen.join("\n"))).split("\n");
}

export async function dateiListe() {
  return (await azure.files.list()).data;
}

export async function bank(konto: string) {
  return fetch(`https://api.bank.example/v1/accounts/${konto}/messages`, { method: "POST", body: JSON.stringify({ prompt: "Kontostand" }) });
}
