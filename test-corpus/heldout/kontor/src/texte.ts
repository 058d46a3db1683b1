export const IBAN = `Prüfe die IBAN: Stimmt die Länge für das Land und gehen die Prüfziffern nach Modulo 97 auf?
Antworte mit "gültig" oder "ungültig".`;

export const VERZUG = `Berechne die Verzugszinsen.

Formel: Betrag × Zinssatz / 100 × Tage / 365

Betrag: {{betrag}} EUR
Zinssatz: {{zinssatz}} %
Tage: {{tage}}

Ergebnis auf zwei Nachkommastellen, nur die Zahl.`;

export const RECHNUNGSNUMMER = `Suche im Text die Rechnungsnummer. Unsere Nummern sehen so aus: RE-2025-0042
(RE, Jahr, vier Ziffern). Gib nur die Nummer zurück, sonst "keine".`;

export const MAHNUNG = `Du schreibst für einen kleinen Handwerksbetrieb.

Formuliere eine Zahlungserinnerung:
- erste Erinnerung freundlich, zweite bestimmt, dritte mit Ankündigung des Inkassos
- Rechnungsnummer, Betrag und Fälligkeitsdatum müssen richtig formatiert vorkommen
- höchstens 120 Wörter`;

export const KONTIERUNG = `Du bist Buchhalter. Ordne die Belegzeile einem der Konten zu:
4930 Bürobedarf
4530 Kfz-Kosten
4660 Reisekosten
4920 Telefon
4980 Sonstiges
Antworte nur mit der Kontonummer.`;
