"""Prompt texts of the bookkeeping service."""

JSON_FIX_SYSTEM = (
    "You are given JSON that does not parse: quotes, commas or brackets may be missing, "
    "or it may be wrapped in a code fence. Return the same data as valid JSON. "
    "Change nothing else and output JSON only."
)

IBAN_QUESTION = "Check whether this IBAN is valid (length for its country and the mod 97 checksum). Answer true or false.\n\nIBAN: {iban}"

CATEGORY = """Assign the bank transaction to a cost category.

Rules:
- counterparty starts with "DB " or "SNCF" => travel
- counterparty contains "AWS" or "Hetzner" => hosting
- purpose contains "rent" => premises
- otherwise => other

Counterparty: {counterparty}
Purpose: {purpose}

Category:"""

TAX_ADVICE = """A client asks about an expense. Say whether it can be deducted, how sure you are,
and which documents they should keep. The amount and the date are given for context.

Expense: {expense}
Amount: {amount} EUR
Date: {date}
"""

PAYMENT_REMINDER = (
    "Put these values into the text and give me the text back, without changing a word of it.\n"
    "Text: Dear %s, invoice %s of %s is still open. Please pay within ten days.\n"
    "Values in order: customer {customer}, invoice {invoice}, date {date}"
)
