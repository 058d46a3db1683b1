import json
from typing import Any


def group_items(document: str, field: str) -> dict[str, list[Any]] | None:
    """Return the objects of a JSON array by the value of a field, or None if it is none."""
    try:
        records = json.loads(document)
    except ValueError:
        return None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        return None
    groups: dict[str, list[Any]] = {}
    for record in records:
        groups.setdefault(_name(record.get(field)), []).append(record)
    return groups


def _name(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
