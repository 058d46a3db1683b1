# Typical phrases of each type; better: a classifier trained on your own documents.
# fmt: off
TYPES = {
    "invoice": ["invoice number", "invoice no", "amount due", "payment terms", "due date", "rechnungsnummer", "rechnung nr", "zahlbar bis"],
    "receipt": ["receipt", "change due", "cash", "thank you for your purchase", "kassenbon", "bar erhalten", "rückgeld"],
    "contract": ["agreement", "the parties", "hereinafter", "governing law", "termination", "vertrag", "vertragsparteien", "kündigungsfrist"],
    "resume": ["work experience", "education", "skills", "curriculum vitae", "references available", "lebenslauf", "berufserfahrung", "ausbildung"],
    "bank_statement": ["account statement", "opening balance", "closing balance", "kontoauszug", "alter kontostand", "neuer kontostand"],
    "delivery_note": ["delivery note", "packing slip", "quantity shipped", "lieferschein", "liefermenge"],
    "letter": ["dear sir", "dear madam", "yours sincerely", "kind regards", "sehr geehrte", "mit freundlichen grüßen"],
}
# fmt: on


def classify_document_type(text: str) -> str:
    """Return the type most of whose typical phrases occur in a text, or 'other'."""
    line = " ".join(text.lower().split())
    scores = {
        name: sum(phrase in line for phrase in phrases)
        for name, phrases in TYPES.items()
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else "other"
