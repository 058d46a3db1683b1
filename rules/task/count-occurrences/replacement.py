import re

UNIT: str = "words"  # slot: unit
# What is counted where the unit is "occurrences".
TERM: str = ""  # slot: constant


def count_occurrences(text: str) -> int:
    """Return the number of words, characters, lines or occurrences of a term in a text."""
    match UNIT:
        case "characters":
            return len(text)
        case "lines":
            lines = re.split(r"\r\n|\r|\n", text)
            return len(lines) - (lines[-1] == "")
        case "occurrences":
            return text.lower().count(TERM.lower()) if TERM else 0
    return len(text.split())
