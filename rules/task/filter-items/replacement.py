import json
import re
from typing import Any


def filter_items(
    document: str, field: str, operator: str, value: str
) -> list[Any] | None:
    """Return the records of a JSON array whose field satisfies a comparison."""
    try:
        records = json.loads(document)
    except ValueError:
        return None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        return None
    return [
        r
        for r in records
        if r.get(field) is not None and _holds(r[field], operator, value)
    ]


def _holds(found: Any, operator: str, value: str) -> bool:
    text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
    left: Any = text.strip().lower()
    right: Any = value.strip().lower()
    if operator == "contains":
        return right in left
    if all(re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", side) for side in (left, right)):
        left, right = float(left), float(right)
    order = (left > right) - (left < right)
    signs = {"=": [0], "!=": [-1, 1], "<": [-1], "<=": [-1, 0], ">": [1], ">=": [0, 1]}
    return order in signs.get(operator, [])
