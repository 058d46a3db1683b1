import re

DECIMAL: str = "."  # slot: decimal

_NUMBER = re.compile(
    r"(?:^|[^0-9A-Za-z_.,])([-+−]?)([0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(\.[0-9]+)?",
)


def extract_number(text: str) -> float | None:
    """Return the first number in a text, or None."""
    if DECIMAL == ",":
        text = text.translate(str.maketrans(",.", ".,"))
    found = _NUMBER.search(text)
    if not found:
        return None
    value = float(found[2].replace(",", "") + (found[3] or ""))
    return -value if found[1] in ("-", "−") else value
