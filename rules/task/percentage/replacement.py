OPERATION: str = "share"  # slot: operation


def percentage(first: float, second: float) -> float | None:
    """Return which share the first number is of the second, in percent; or None.

    Or, as set: the first percent "of" the second, the "change" from the first to the
    second in percent, the first after an "increase" or "decrease" by the second percent.
    """
    match OPERATION:
        case "share" if second != 0:
            return 100 * first / second
        case "of":
            return first * second / 100
        case "change" if first != 0:
            return 100 * (second - first) / abs(first)
        case "increase":
            return first + first * second / 100
        case "decrease":
            return first - first * second / 100
    return None
