import re

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'`{}|\\^，。、）】」]+", re.IGNORECASE)


def extract_url(text: str) -> str | None:
    """Return the first web address in a text, or None."""
    for found in _URL.finditer(text):
        url = _without_punctuation(found[0])
        if "." in url.removeprefix("www.") or "localhost" in url:
            return url
    return None


def _without_punctuation(url: str) -> str:
    """Drop what the sentence, not the address, put at the end."""
    while url:
        last = url[-1]
        unopened = (last == ")" and url.count("(") < url.count(")")) or (
            last == "]" and url.count("[") < url.count("]")
        )
        if last not in ".,;:!?*_~…" and not unopened:
            break
        url = url[:-1]
    return url
