import re

TEMPLATE: str = "Hello {name}, your order {order} is on its way."  # slot: template

_HOLE = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def fill_template(values: dict[str, str]) -> str | None:
    """Return the template with its holes filled, or None if a value is missing."""
    if not all(name in values for name in _HOLE.findall(TEMPLATE)):
        return None
    return _HOLE.sub(lambda hole: values[hole[1]], TEMPLATE)
