from decimal import ROUND_HALF_UP, Decimal

GROUP: str = ","  # slot: group
POINT: str = "."  # slot: point


def format_number(number: float, decimals: int) -> str:
    """Return a number with grouped digits and a fixed number of decimals."""
    step = Decimal(1).scaleb(-max(decimals, 0))
    rounded = Decimal(str(number)).quantize(step, ROUND_HALF_UP)
    sign = "-" if rounded < 0 else ""
    whole, _, fraction = f"{abs(rounded):,f}".partition(".")
    return sign + whole.replace(",", GROUP) + (POINT + fraction if fraction else "")
