import re
from calendar import monthrange
from datetime import date, timedelta

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def add_to_date(day: str, amount: int, unit: str) -> str | None:
    """Return an ISO date moved by an amount of days, weeks, months, years or business days."""
    start = _date(day)
    name = " ".join(unit.lower().split()).removesuffix("s")
    try:
        if not start:
            return None
        if name in _DAYS:
            return (start + timedelta(days=amount * _DAYS[name])).isoformat()
        if name in _MONTHS:
            return _add_months(start, amount * _MONTHS[name]).isoformat()
        if name == "business day":
            return _add_business_days(start, amount).isoformat()
    except (OverflowError, ValueError):
        pass  # outside of the calendar
    return None


def _add_months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _add_business_days(start: date, amount: int) -> date:
    step = timedelta(days=1 if amount > 0 else -1)
    left = abs(amount)
    while left > 0:
        start += step
        left -= start.weekday() < 5
    return start


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
