import re
from datetime import date

_NAMES = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]


def weekday_of_date(day: str) -> str | None:
    """Return the English name of an ISO date's weekday, or None."""
    known = _date(day)
    return _NAMES[known.weekday()] if known else None


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
