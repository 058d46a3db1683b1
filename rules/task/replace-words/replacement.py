import re

# fmt: off
REPLACEMENTS: dict[str, str] = {"colour": "color", "centre": "center"}  # slot: table
# fmt: on


def replace_words(text: str) -> str:
    """Return a text with the words of a table replaced, in any case, longest first."""
    table = {word.lower(): new for word, new in REPLACEMENTS.items() if word}
    if not table:
        return text
    words = sorted(table, key=len, reverse=True)
    either = "|".join(re.escape(word) for word in words)
    pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
    return pattern.sub(lambda found: table.get(found[0].lower(), found[0]), text)
