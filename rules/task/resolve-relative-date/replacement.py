import re
from calendar import monthrange
from datetime import date, timedelta

_FIXED = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "day after tomorrow": 2,
    "day before yesterday": -2,
}
# fmt: off
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# fmt: on
_COUNT = rf"([0-9]{{1,4}}|an?|{'|'.join(_NUMBERS)})"
_UNIT = r"(day|week|month|year)"


def resolve_relative_date(text: str, today: str) -> str | None:
    """Return the ISO date that an English phrase means on a given day, or None."""
    phrase = " ".join(re.sub(r"[^\w\s-]", " ", text.lower()).split())
    phrase = phrase.removeprefix("the ")
    start = _date(today)
    if not start:
        return None
    try:
        found = _date(phrase) or _resolve(phrase, start)
    except (OverflowError, ValueError):
        return None  # outside of the calendar
    return found.isoformat() if found else None


def _resolve(phrase: str, start: date) -> date | None:
    if phrase in _FIXED:
        return start + timedelta(days=_FIXED[phrase])
    if re.fullmatch(r"end of (the |this )?month", phrase):
        return start.replace(day=monthrange(start.year, start.month)[1])
    if found := re.fullmatch(rf"in {_COUNT} {_UNIT}s?", phrase):
        return _add(start, _number(found[1]), found[2])
    if found := re.fullmatch(rf"{_COUNT} {_UNIT}s? (ago|from now|from today)", phrase):
        sign = -1 if found[3] == "ago" else 1
        return _add(start, sign * _number(found[1]), found[2])
    if found := re.fullmatch(rf"(next|last) {_UNIT}", phrase):
        return _add(start, -1 if found[1] == "last" else 1, found[2])
    if found := re.fullmatch(r"(?:(next|last|this|on|coming) )?(\w+day)", phrase):
        return _weekday(start, found[2], found[1] == "last")
    return None


def _weekday(start: date, name: str, back: bool) -> date | None:
    if name not in _WEEKDAYS:
        return None
    ahead = (_WEEKDAYS.index(name) - start.weekday() - 1) % 7 + 1
    return start + timedelta(days=ahead % 7 - 7 if back else ahead)


def _number(word: str) -> int:
    if word in ("a", "an"):
        return 1
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)


def _add(start: date, amount: int, unit: str) -> date:
    if unit in ("day", "week"):
        return start + timedelta(days=amount * (7 if unit == "week" else 1))
    months = amount * (12 if unit == "year" else 1)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
