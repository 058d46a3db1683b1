import json
from typing import Any


def extract_json(text: str) -> Any:
    """Return the longest JSON object or array in a text, or None."""
    decoder = json.JSONDecoder()
    best: Any = None
    longest = at = 0
    while at < len(text):
        if text[at] in "{[":
            try:
                value, end = decoder.raw_decode(text, at)
            except ValueError:
                at += 1
                continue
            if end - at > longest:
                best, longest = value, end - at
            at = end
        else:
            at += 1
    return best
