_FIELDS = {
    "minute": (0, 59),
    "hour": (0, 23),
    "day": (1, 31),
    "month": (1, 12),
    "weekday": (0, 7),
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_DAYS = "sun mon tue wed thu fri sat"
_SHORT = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}


def parse_cron(expression: str) -> dict[str, list[int]] | None:
    """Return the numbers that each field of a cron expression allows, or None."""
    expression = expression.strip().lower()
    parts = _SHORT.get(expression, expression).split()
    if len(parts) != len(_FIELDS):
        return None
    numbers = {}
    for (name, (low, high)), part in zip(_FIELDS.items(), parts):
        allowed: set[int] = set()
        for item in part.split(","):
            values = _item(item, name, low, high)
            if not values:
                return None
            allowed |= {value % 7 if name == "weekday" else value for value in values}
        numbers[name] = sorted(allowed)
    return numbers


def _item(item: str, field: str, low: int, high: int) -> range | None:
    """Return the numbers of '*', '5', '1-5', '*/15' or '10-20/5', or None."""
    span, slash, step_text = item.partition("/")
    start_text, dash, end_text = span.partition("-")
    step = _number(step_text, "") if slash else 1
    if span == "*":
        start, end = low, high - (field == "weekday")
    else:
        first = _number(start_text, field)
        last = _number(end_text, field) if dash else high if slash else first
        if first is None or last is None:
            return None
        start, end = first, last
    if not step or not low <= start <= end <= high:
        return None
    return range(start, end + 1, step)


def _number(text: str, field: str) -> int | None:
    names = {"month": _MONTHS, "weekday": _DAYS}.get(field, "").split()
    if text in names:
        return names.index(text) + (field == "month")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else None
