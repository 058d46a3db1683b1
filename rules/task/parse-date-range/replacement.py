import re
from calendar import monthrange
from datetime import date, timedelta

# fmt: off
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# fmt: on
_SIZES = {"month": 1, "quarter": 3, "year": 12}


def parse_date_range(text: str, today: str) -> list[str] | None:
    """Return the first and the last ISO date that an English phrase means, or None."""
    phrase = " ".join(text.lower().split())
    now = _date(today)
    if not now:
        return None
    try:
        ends = _fixed(phrase) or _relative(phrase, now)
    except (OverflowError, ValueError):
        return None  # outside of the calendar
    return [end.isoformat() for end in ends] if ends else None


def _fixed(phrase: str) -> tuple[date, date] | None:
    day = r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    if found := re.fullmatch(rf"{day} ?(?:to|until|-|–|/) ?{day}", phrase):
        first, last = _date(found[1]), _date(found[2])
        return (first, last) if first and last and first <= last else None
    if found := re.fullmatch(r"q([1-4]) ([0-9]{4})", phrase):
        return _months(int(found[2]), int(found[1]) * 3 - 3, 3)
    if found := re.fullmatch(r"([a-z]{3})[a-z]*\.? ([0-9]{4})", phrase):
        month = _MONTHS.index(found[1]) if found[1] in _MONTHS else None
        return None if month is None else _months(int(found[2]), month, 1)
    if re.fullmatch(r"[0-9]{4}", phrase):
        return _months(int(phrase), 0, 12)
    return None


def _relative(phrase: str, now: date) -> tuple[date, date] | None:
    if phrase in ("today", "yesterday"):
        day = now - timedelta(days=int(phrase == "yesterday"))
        return day, day
    if phrase in ("year to date", "ytd"):
        return date(now.year, 1, 1), now
    if found := re.fullmatch(r"(?:last|past) ([0-9]{1,4}) days", phrase):
        first = now - timedelta(days=int(found[1]) - 1)
        return (first, now) if first <= now else None
    if found := re.fullmatch(r"(this|last|next) (week|month|quarter|year)", phrase):
        shift = {"this": 0, "last": -1, "next": 1}[found[1]]
        if found[2] == "week":
            monday = now - timedelta(days=now.weekday() - 7 * shift)
            return monday, monday + timedelta(days=6)
        size = _SIZES[found[2]]
        start = (now.month - 1) // size * size
        return _months(now.year, start + shift * size, size)
    return None


def _months(year: int, month: int, size: int) -> tuple[date, date]:
    """The span of some months; the first counts from 0 and may lie outside of the year."""
    first_year, first = divmod(year * 12 + month, 12)
    last_year, last = divmod(year * 12 + month + size - 1, 12)
    end = monthrange(last_year, last + 1)[1]
    return date(first_year, first + 1, 1), date(last_year, last + 1, end)


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
