from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

MODE: str = "half-up"  # slot: mode

_MODES = {
    "half-up": ROUND_HALF_UP,
    "half-even": ROUND_HALF_EVEN,
    "up": ROUND_UP,
    "down": ROUND_DOWN,
}


def round_number(value: float, places: int) -> float | None:
    """Return a number rounded to some decimal places by the set rule; None if it is too large."""
    if abs(value) >= 1e15 or not 0 <= places <= 15:
        return None
    # Decimal(str(x)) is the number as written, not its binary neighbour.
    step = Decimal(1).scaleb(-places)
    return float(Decimal(str(value)).quantize(step, rounding=_MODES[MODE]))
