import re


def validate_isbn(text: str) -> bool:
    """Return whether a text is an ISBN-10 or ISBN-13 with the right check digit."""
    code = re.sub(r"[\s-]", "", text).upper()
    if re.fullmatch(r"[0-9]{9}[0-9X]", code):
        digits = [10 if c == "X" else int(c) for c in code]
        return sum((10 - at) * digit for at, digit in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89][0-9]{10}", code):
        return sum((1, 3)[at % 2] * int(c) for at, c in enumerate(code)) % 10 == 0
    return False
