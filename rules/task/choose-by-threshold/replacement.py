# The least value for a label; below all of them the default holds.
LIMITS: dict[str, str] = {"80": "high", "50": "medium"}  # slot: table
DEFAULT: str = "low"  # slot: constant


def choose_by_threshold(value: float) -> str:
    """Return the label of the highest limit that a value reaches, or the default."""
    reached = [
        (float(limit), label)
        for limit, label in LIMITS.items()
        if value >= float(limit)
    ]
    return max(reached, key=lambda row: row[0])[1] if reached else DEFAULT
