/// Typical phrases of each type; better: a classifier trained on your own documents.
#[rustfmt::skip]
const TYPES: &[(&str, &[&str])] = &[
    ("invoice", &["invoice number", "invoice no", "amount due", "payment terms", "due date", "rechnungsnummer", "rechnung nr", "zahlbar bis"]),
    ("receipt", &["receipt", "change due", "cash", "thank you for your purchase", "kassenbon", "bar erhalten", "rückgeld"]),
    ("contract", &["agreement", "the parties", "hereinafter", "governing law", "termination", "vertrag", "vertragsparteien", "kündigungsfrist"]),
    ("resume", &["work experience", "education", "skills", "curriculum vitae", "references available", "lebenslauf", "berufserfahrung", "ausbildung"]),
    ("bank_statement", &["account statement", "opening balance", "closing balance", "kontoauszug", "alter kontostand", "neuer kontostand"]),
    ("delivery_note", &["delivery note", "packing slip", "quantity shipped", "lieferschein", "liefermenge"]),
    ("letter", &["dear sir", "dear madam", "yours sincerely", "kind regards", "sehr geehrte", "mit freundlichen grüßen"]),
];

/// Returns the type most of whose typical phrases occur in a text, or 'other'.
pub fn classify_document_type(text: &str) -> String {
    let lower = text.to_lowercase();
    let line = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut best = ("other", 0);
    for (name, phrases) in TYPES {
        let score = phrases
            .iter()
            .filter(|phrase| line.contains(*phrase))
            .count();
        if score > best.1 {
            best = (name, score);
        }
    }
    best.0.to_owned()
}
