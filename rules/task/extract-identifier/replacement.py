import re

# The prefixes of the identifiers looked for; when empty, any in capital letters.
PREFIXES: list[str] = []  # slot: prefixes

_CANDIDATE = re.compile(
    r"\b([A-Za-z]{2,8})(?:[-_/#]?[0-9]|[-_/#][A-Za-z]+[-_/#]?[0-9])"
    r"[A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*\b",
    re.ASCII,
)


def extract_identifier(text: str) -> str | None:
    """Return the first identifier such as ORD-12345 in a text, or None."""
    wanted = {prefix.upper() for prefix in PREFIXES}
    for found in _CANDIDATE.finditer(text):
        digits = sum(character.isdigit() for character in found[0])
        known = found[1].upper() in wanted if wanted else found[1].isupper()
        if known and digits >= 3:
            return found[0]
    return None
