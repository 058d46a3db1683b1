import datetime
import re

# Which number of 3/5/2024 is the first: "month" or "day".
ORDER: str = "month"  # slot: order

# fmt: off
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# fmt: on
_GERMAN = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_NAME = (
    r"(Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|Jun[ei]?"
    r"|Jul[yi]?|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)"
)
_DATE = re.compile(
    r"\b(?:([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"
    r"|([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})"
    rf"|([0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]{_NAME}\.?,?[ -]([0-9]{{4}})"
    rf"|{_NAME}\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}}))\b",
    re.IGNORECASE | re.ASCII,
)


def extract_date(text: str) -> str | None:
    """Return the first date in a text in ISO form, or None."""
    for found in _DATE.finditer(text):
        date = _iso(found)
        if date:
            return date
    return None


def _iso(found: re.Match[str]) -> str | None:
    if found[1]:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found[7]:
        year, month, day = int(found[7]), int(found[4]), int(found[6])
        if found[5] == "." or ORDER == "day" or month > 12:
            month, day = day, month
    elif found[9]:
        year, month, day = int(found[10]), _month(found[9]), int(found[8])
    else:
        year, month, day = int(found[13]), _month(found[11]), int(found[12])
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    short = name[:3].lower()
    return _MONTHS.index(_GERMAN.get(short, short)) + 1
