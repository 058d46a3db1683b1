from decimal import ROUND_HALF_UP, Decimal

CURRENCY: str = "EUR"  # slot: currency

_WITHOUT_CENTS = {"CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"}


def convert_currency(amount: float, rate: float) -> float:
    """Return an amount in the target currency at a given rate, rounded to its smallest unit."""
    unit = Decimal(1) if CURRENCY in _WITHOUT_CENTS else Decimal("0.01")
    # Decimal(str(x)) is the number as written, not its binary neighbour.
    converted = Decimal(str(amount)) * Decimal(str(rate))
    return float(converted.quantize(unit, rounding=ROUND_HALF_UP))
