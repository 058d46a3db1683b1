import re

# Words at the start of a line that mean a merchant, and its usual name.
KNOWN: dict[str, str] = {
    "AMZN": "Amazon",
    "AMAZON": "Amazon",
    "MCDONALDS": "McDonald's",
    "WM SUPERCENTER": "Walmart",
    "WAL-MART": "Walmart",
    "NETFLIX": "Netflix",
}
_PREFIX = re.compile(
    r"^\s*(?:(?:POS(?: DEBIT| PURCHASE)?|(?:DEBIT )?CARD (?:PURCHASE|PAYMENT)(?: TO)?"
    r"|PURCHASE(?: AUTHORIZED ON)?|CHECKCARD|CONTACTLESS|ACH (?:DEBIT|CREDIT)|DIRECT DEBIT"
    r"|RECURRING PAYMENT|ONLINE PAYMENT|VISA|KARTENZAHLUNG|LASTSCHRIFT|PAIEMENT(?: CB)?|CB"
    r"|COMPRA|PAGO)[ :-]+|(?:SQ|TST|PAYPAL|PP|SP|IZ|SUMUP) ?\*\s*|[0-9]{1,4}[/.-][0-9]{1,2}"
    r"(?:[/.-][0-9]{2,4})?\s+)",
    re.IGNORECASE,
)
# Card numbers, references, dates: three digits in a word, or a sign that announces them.
_NOISE = re.compile(
    r"^(?:.*[0-9].*[0-9].*[0-9].*|[0-9]{1,2}[/.-][0-9]{1,2}|[xX*]{2,}[0-9]*|#.*)$"
)
_PLACES = "US USA GB GBR UK DE DEU FR FRA ES ESP NL AL AZ CA CO CT FL GA IL MA MD MI MN NC NJ NV NY OH OR PA TX VA WA"
_TRAILERS = {*_PLACES.split(), "CARD", "REF", "EUR", "USD", "GBP"}


def clean_payee(line: str) -> str:
    """Return the merchant of a bank statement's line, without prefixes, numbers and places."""
    rest = line.strip()
    while (found := _PREFIX.match(rest)) and found.end() < len(rest):
        rest = rest[found.end() :]
    # Fields are padded with spaces, and what follows a star is the merchant's reference.
    rest = re.split(r"\s{2,}|//|\\|\*", rest)[0]
    words = [word for word in rest.split() if not _NOISE.match(word)]
    while len(words) > 1 and words[-1].upper() in _TRAILERS:
        words.pop()
    name = " ".join(words).strip(" -,.:")
    for start, known in KNOWN.items():
        if f"{name.upper()} ".startswith((f"{start} ", f"{start}.")):
            return known
    if name != name.upper():
        return name
    return "".join(map(_title, re.split("([ -])", name)))


def _title(word: str) -> str:
    """Puts a word into title case unless it is an abbreviation, as one without vowels is."""
    return word[:1] + word[1:].lower() if re.search("[AEIOUÄÖÜÉ]", word) else word
