import re

# What stands before and after the text; when empty, quotation marks of all kinds.
OPEN: str = ""  # slot: open
CLOSE: str = ""  # slot: close

_QUOTED = r'"([^"\n]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』'


def extract_quoted_text(text: str) -> list[str]:
    """Return the texts in quotation marks, in order."""
    pattern = _QUOTED
    if OPEN and CLOSE:
        pattern = f"{re.escape(OPEN)}(.+?){re.escape(CLOSE)}"
    found = re.finditer(pattern, text, re.DOTALL)
    quoted = (next(filter(None, match.groups())).strip() for match in found)
    return [quotation for quotation in quoted if quotation]
