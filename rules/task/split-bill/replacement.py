from decimal import ROUND_HALF_UP, Decimal


def split_bill(total: float, tip: float, people: int) -> list[float] | None:
    """Return the equal shares of a bill with a tip in percent; they add up to the cent."""
    if people < 1 or total < 0:
        return None
    # Decimal(str(x)) is the number as written, not its binary neighbour.
    whole = Decimal(str(total)) * (100 + Decimal(str(tip)))
    cents = int(whole.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    share, rest = divmod(cents, people)
    return [(share + int(person < rest)) / 100 for person in range(people)]
