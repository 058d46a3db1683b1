import json

FIELDS: list[str] = []  # slot: fields


def validate_json(text: str) -> bool:
    """Return whether a text is JSON and, if fields are required, an object that has them."""
    try:
        value = json.loads(text, parse_constant=_refuse)
    except ValueError:
        return False
    if not FIELDS:
        return True
    return isinstance(value, dict) and all(
        value.get(field) is not None for field in FIELDS
    )


def _refuse(constant: str) -> None:
    """Python reads NaN and Infinity, which are no JSON."""
    raise ValueError(constant)
