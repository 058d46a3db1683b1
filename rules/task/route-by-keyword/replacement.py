import re

# What a text must mention for a label; the first row that it mentions decides.
ROUTES: dict[str, str] = {"refund": "billing", "crash": "bug"}  # slot: table
DEFAULT: str = "other"  # slot: constant


def route_by_keyword(text: str) -> str:
    """Return the label of the first keyword that a text mentions as a word, or the default."""
    lower = text.lower()
    for keyword, label in ROUTES.items():
        if re.search(rf"(?<!\w){re.escape(keyword.lower())}s?(?!\w)", lower):
            return label
    return DEFAULT
