import re
from datetime import date, timedelta


def business_days(start: str, end: str, holidays: list[str]) -> int | None:
    """Return the days from Monday to Friday from start up to, not including, end."""
    first, last = _date(start), _date(end)
    if not first or not last:
        return None
    if first > last:
        return -(business_days(end, start, holidays) or 0)
    days = (first + timedelta(days=n) for n in range((last - first).days))
    return sum(day.weekday() < 5 and day.isoformat() not in holidays for day in days)


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
