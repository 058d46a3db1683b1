from decimal import ROUND_HALF_UP, Decimal

# The "gross" price of a net one, its "tax", or the "net" price of a gross one.
OPERATION: str = "gross"  # slot: operation


def sales_tax(amount: float, rate: float) -> float | None:
    """Return the gross price, tax or net price at a rate in percent, rounded to the cent."""
    # Decimal(str(x)) is the number as written, not its binary neighbour.
    price, share = Decimal(str(amount)), Decimal(str(rate)) / 100
    if OPERATION == "net":
        if share == -1:
            return None
        result = price / (1 + share)
    else:
        result = price * (share if OPERATION == "tax" else 1 + share)
    return float(result.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
