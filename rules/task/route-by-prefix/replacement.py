ROUTES: dict[str, str] = {"DE-": "Hamburg", "FR-": "Lyon"}  # slot: table
DEFAULT: str = "other"  # slot: constant


def route_by_prefix(text: str) -> str:
    """Return the label of the longest prefix that a text begins with, or the default."""
    lower = text.strip().lower()
    fitting = [prefix for prefix in ROUTES if lower.startswith(prefix.lower())]
    return ROUTES[max(fitting, key=len)] if fitting else DEFAULT
