import re
from datetime import date


def age_from_birthdate(birthdate: str, today: str) -> int | None:
    """Return the completed years between two ISO dates, or None."""
    born, now = _date(birthdate), _date(today)
    if not born or not now or born > now:
        return None
    before_birthday = (now.month, now.day) < (born.month, born.day)
    return now.year - born.year - int(before_birthday)


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
