import re

# What an abbreviation stands for.
TABLE: dict[str, str] = {"qty": "quantity", "dept": "department"}  # slot: table


def expand_abbreviation(text: str) -> str:
    """Return a text with the abbreviations of the table written out, where they are whole words."""
    full = {short.lower(): long for short, long in TABLE.items()}
    known = "|".join(re.escape(short) for short in sorted(full, key=len, reverse=True))
    if not known:
        return text

    def expand(found: re.Match[str]) -> str:
        long = full[found[0].lower()]
        return long[:1].upper() + long[1:] if found[0][0].isupper() else long

    return re.sub(rf"(?<!\w)(?:{known})(?!\w)", expand, text, flags=re.IGNORECASE)
