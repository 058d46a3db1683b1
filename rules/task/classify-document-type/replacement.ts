// Typical phrases of each type; better: a classifier trained on your own documents.
// prettier-ignore
const TYPES: Record<string, string[]> = {
  invoice: ["invoice number", "invoice no", "amount due", "payment terms", "due date", "rechnungsnummer", "rechnung nr", "zahlbar bis"],
  receipt: ["receipt", "change due", "cash", "thank you for your purchase", "kassenbon", "bar erhalten", "rückgeld"],
  contract: ["agreement", "the parties", "hereinafter", "governing law", "termination", "vertrag", "vertragsparteien", "kündigungsfrist"],
  resume: ["work experience", "education", "skills", "curriculum vitae", "references available", "lebenslauf", "berufserfahrung", "ausbildung"],
  bank_statement: ["account statement", "opening balance", "closing balance", "kontoauszug", "alter kontostand", "neuer kontostand"],
  delivery_note: ["delivery note", "packing slip", "quantity shipped", "lieferschein", "liefermenge"],
  letter: ["dear sir", "dear madam", "yours sincerely", "kind regards", "sehr geehrte", "mit freundlichen grüßen"],
};

/** Returns the type most of whose typical phrases occur in a text, or 'other'. */
export function classifyDocumentType(text: string): string {
  const line = text.toLowerCase().replace(/\s+/g, " ");
  let [best, most] = ["other", 0];
  for (const [name, phrases] of Object.entries(TYPES)) {
    const score = phrases.filter((phrase) => line.includes(phrase)).length;
    if (score > most) {
      [best, most] = [name, score];
    }
  }
  return best;
}
