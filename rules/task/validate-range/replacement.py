import re


def validate_range(text: str, minimum: float, maximum: float) -> bool:
    """Return whether a text is a number between two others, both included."""
    number = text.strip()
    form = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
    return bool(re.fullmatch(form, number)) and minimum <= float(number) <= maximum
