import re


def pad_number(number: str, width: int) -> str:
    """Return a whole number with zeros before its digits up to a width."""
    text = number.strip()
    return text.zfill(width) if re.fullmatch(r"[+-]?[0-9]+", text) else text
