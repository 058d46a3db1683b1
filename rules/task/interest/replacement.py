# The "compound" value of a deposit, its "simple" interest, or a loan's "instalment".
OPERATION: str = "compound"  # slot: operation


def interest(principal: float, rate: float, years: float, periods: int) -> float | None:
    """Return a value at a yearly rate in percent, with some periods a year, to the cent."""
    if periods < 1:
        return None
    step = rate / 100 / periods
    count = years * periods
    if OPERATION == "simple":
        value = principal * rate / 100 * years
    elif OPERATION == "compound":
        value = principal * (1 + step) ** count
    elif count <= 0:
        return None
    elif step == 0:
        value = principal / count
    else:
        value = principal * step / (1 - (1 + step) ** -count)
    # The last digits of a double would make halves of a cent a matter of chance.
    return round(round(value, 6) + 1e-9, 2)
