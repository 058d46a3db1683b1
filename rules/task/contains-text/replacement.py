import re

MODE: str = "any"  # slot: mode


def contains_text(text: str, strings: list[str]) -> bool:
    """Return whether one (or all) of the strings stand in a text as words, in any case."""
    lower = text.lower()
    found = [bool(string) and _stands(lower, string.lower()) for string in strings]
    return (all(found) and bool(found)) if MODE == "all" else any(found)


def _stands(text: str, string: str) -> bool:
    start = r"(?<!\w)" if re.match(r"\w", string) else ""
    end = r"(?!\w)" if re.search(r"\w$", string) else ""
    return re.search(start + re.escape(string) + end, text) is not None
