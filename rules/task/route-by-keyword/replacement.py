import re

# What a text must mention for a label; the first row that it mentions decides.
ROUTES: dict[str, str] = {"refund": "billing", "crash": "bug"}  # slot: table
DEFAULT: str = "other"  # slot: constant


def route_by_keyword(text: str) -> str:
    """Return the label of the first keyword that a text mentions as a word, or the default."""
    lower = text.lower()
    for keyword, label in ROUTES.items():
        pattern = re.escape(keyword.lower())
        # ".pdf" and "c++" may touch a word where they have no letter themselves.
        start = r"(?<!\w)" if re.match(r"\w", keyword) else ""
        end = r"s?(?!\w)" if re.search(r"\w$", keyword) else ""
        if re.search(start + pattern + end, lower):
            return label
    return DEFAULT
