import re
from datetime import datetime
from zoneinfo import ZoneInfo

# What people write for zones, by the name in the tz database.
_ALIASES = {
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "PT": "America/Los_Angeles",
    "GMT": "UTC",
    "UTC": "UTC",
    "Z": "UTC",
    "CET": "Europe/Paris",
    "CEST": "Europe/Paris",
    "JST": "Asia/Tokyo",
}


def convert_time_zone(time: str, source: str, target: str) -> str | None:
    """Return a local ISO time of one zone as that of another, to the minute, or None."""
    form = r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?"
    if not re.fullmatch(form, time.strip()):
        return None
    try:
        local = datetime.fromisoformat(time.strip()).replace(tzinfo=_zone(source))
        moved = local.astimezone(_zone(target))
    except (ValueError, OverflowError, KeyError, OSError):
        return None  # no such time or zone
    return moved.strftime("%Y-%m-%dT%H:%M")


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(_ALIASES.get(name.strip().upper(), name.strip()))
