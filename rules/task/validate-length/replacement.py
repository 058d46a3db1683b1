UNIT: str = "characters"  # slot: unit


def validate_length(text: str, minimum: int, maximum: int) -> bool:
    """Return whether a text has at least and at most so many characters (or words)."""
    length = len(text.split()) if UNIT == "words" else len(text)
    return minimum <= length <= maximum
