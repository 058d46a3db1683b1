import re

_FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
_SIMPLE = {
    "daily": "FREQ=DAILY",
    "weekly": "FREQ=WEEKLY",
    "monthly": "FREQ=MONTHLY",
    "yearly": "FREQ=YEARLY",
    "annually": "FREQ=YEARLY",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "every weekend": "FREQ=WEEKLY;BYDAY=SA,SU",
}
_PLACES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_DAY = re.compile(
    r"(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?"
)


def parse_recurrence(text: str) -> str | None:
    """Return the RFC 5545 rule of an English phrase such as 'every 2 weeks on Friday', or None."""
    phrase = " ".join(text.lower().replace(",", " ").replace("&", " ").split())
    if phrase in _SIMPLE:
        return _SIMPLE[phrase]
    place = r"(?:on )?(?:the )?(first|second|third|fourth|last) (\w+)"
    month = r"(?:monthly|(?:every|each) month)"
    if found := re.fullmatch(rf"{place} of (?:every|each|the) month", phrase) or (
        re.fullmatch(rf"{month} {place}", phrase)
    ):
        day = _days(found[2])
        return f"FREQ=MONTHLY;BYDAY={_PLACES[found[1]]}{day}" if day else None
    if found := re.fullmatch(
        rf"{month} on (?:the |day )?([0-9]{{1,2}})(?:st|nd|rd|th)?", phrase
    ):
        number = int(found[1])
        return f"FREQ=MONTHLY;BYMONTHDAY={number}" if 1 <= number <= 31 else None
    return _every(phrase)


def _every(phrase: str) -> str | None:
    interval = r"(?:every|each) (?:(other|[0-9]{1,3}) )?(day|week|month|year)s?"
    if found := re.fullmatch(rf"{interval}(?: on (.+))?", phrase):
        count = 2 if found[1] == "other" else int(found[1] or 1)
        rule = f"FREQ={_FREQUENCIES[found[2]]}"
        rule += f";INTERVAL={count}" if count > 1 else ""
        days = _days(found[3] or "")
        if count < 1 or (found[3] and (not days or found[2] != "week")):
            return None
        return f"{rule};BYDAY={days}" if days else rule
    days = _days(re.sub(r"^(every|each|weekly on|on) ", "", phrase))
    return f"FREQ=WEEKLY;BYDAY={days}" if days else None


def _days(text: str) -> str | None:
    """The codes of weekdays, MO,TH; none if any word is something else."""
    words = [word for word in text.split() if word != "and"]
    found = [_DAY.fullmatch(word) for word in words]
    codes = [day[1][:2].upper() for day in found if day]
    return ",".join(codes) if codes and all(found) else None
