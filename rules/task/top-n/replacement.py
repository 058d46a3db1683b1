import json
import re
from typing import Any

ORDER: str = "largest"  # slot: order


def top_n(document: str, field: str, count: int) -> list[Any] | None:
    """Return the records of a JSON array with the largest numbers in a field."""
    try:
        records = json.loads(document)
    except ValueError:
        return None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        return None
    pairs = [(_number(record.get(field)), record) for record in records]
    known = [(number, record) for number, record in pairs if number is not None]
    known.sort(key=lambda pair: pair[0], reverse=ORDER == "largest")
    return [record for _, record in known[: max(count, 0)]]


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value)
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", value):
        return float(value)
    return None
