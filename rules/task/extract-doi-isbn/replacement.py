import re

_DOI = re.compile(r"\b10\.[0-9]{4,9}/[-._;()/:+<>A-Za-z0-9]+", re.ASCII)
_ISBN = re.compile(r"\b(?:97[89][- ]?)?[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx]\b", re.ASCII)


def extract_doi_isbn(text: str) -> str | None:
    """Return the first DOI in a text, else the first valid ISBN without hyphens, or None."""
    doi = _DOI.search(text)
    if doi:
        return _without_punctuation(doi[0])
    for found in _ISBN.finditer(text):
        digits = re.sub(r"[- ]", "", found[0]).upper()
        if _is_isbn(digits):
            return digits
    return None


def _without_punctuation(doi: str) -> str:
    """Drop what the sentence, not the identifier, put at the end."""
    doi = doi.rstrip(".,;:>")
    while doi.endswith(")") and doi.count("(") < doi.count(")"):
        doi = doi[:-1].rstrip(".,;:>")
    return doi


def _is_isbn(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    if len(values) == 13:
        return sum(value * (1, 3)[at % 2] for at, value in enumerate(values)) % 10 == 0
    return sum(value * (10 - at) for at, value in enumerate(values)) % 11 == 0
