from datetime import date


def days_between(start: str, end: str) -> int | None:
    """Return the days from one ISO date to another, or None if either is no date."""
    try:
        first, last = (date.fromisoformat(day.strip()[:10]) for day in (start, end))
    except ValueError:
        return None
    return (last - first).days
