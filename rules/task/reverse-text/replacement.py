import re

UNIT: str = "characters"  # slot: unit


def reverse_text(text: str) -> str:
    """Return the characters, or the words, of a text in reverse order."""
    if UNIT == "words":
        return " ".join(reversed(text.split()))
    clusters = re.findall(r"(?s).[\u0300-\u036f\ufe0f]*", text)
    return "".join(reversed(clusters))
