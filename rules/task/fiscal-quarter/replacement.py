import re
from datetime import date


def fiscal_quarter(day: str, first_month: int) -> str | None:
    """Return the fiscal year and quarter of an ISO date, such as 2025-Q1, or None."""
    known = _date(day)
    if not known or not 1 <= first_month <= 12:
        return None
    quarter = (known.month - first_month) % 12 // 3 + 1
    ends_later = first_month > 1 and known.month >= first_month
    return f"{known.year + int(ends_later)}-Q{quarter}"


def _date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
