import re
from datetime import date

# Whether 03/04/2024 is March 4 ("month") or the 3rd of April ("day").
FIRST: str = "month"  # slot: first

# fmt: off
_MONTHS = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]
# fmt: on
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"\b([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:T|\b)"
    r"|\b((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})\b"
    r"|\b([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})\b"
    rf"|\b([0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]*{_MONTH},?[ -]*([0-9]{{4}})\b"
    rf"|\b{_MONTH} *([0-9]{{1,2}})(?:st|nd|rd|th)?,? +([0-9]{{4}})\b",
    re.IGNORECASE | re.ASCII,
)


def date_to_iso(text: str) -> str | None:
    """Return the first calendar date in a text as YYYY-MM-DD, or None."""
    for found in _DATE.finditer(text):
        try:
            return _read(found).isoformat()
        except ValueError:  # the 31st of February, the 13th month
            continue
    return None


def _read(found: re.Match[str]) -> date:
    y1, m1, d1, y2, m2, d2, a, separator, b, y3, d4, m4, y4, m5, d5, y5 = found.groups()
    if y1 or y2:
        return date(int(y1 or y2), int(m1 or m2), int(d1 or d2))
    if y4 or y5:
        month = _MONTHS.index((m4 or m5)[:3].lower()) + 1
        return date(int(y4 or y5), month, int(d4 or d5))
    year, first, second = int(y3), int(a), int(b)
    if len(y3) == 2:
        year += 2000 if year < 69 else 1900
    day_first = separator == "." or FIRST == "day" or first > 12
    if day_first and second <= 12:
        return date(year, second, first)
    return date(year, first, second)
