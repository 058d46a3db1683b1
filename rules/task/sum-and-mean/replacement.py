import statistics

OPERATION: str = "sum"  # slot: operation


def sum_and_mean(numbers: list[float]) -> float | None:
    """Return the sum, mean, median, minimum, maximum, range or sample deviation, or None."""
    if OPERATION == "sum":
        return sum(numbers)
    if not numbers:
        return None
    match OPERATION:
        case "mean":
            return statistics.fmean(numbers)
        case "median":
            return statistics.median(numbers)
        case "minimum":
            return min(numbers)
        case "maximum":
            return max(numbers)
        case "range":
            return max(numbers) - min(numbers)
        case "deviation" if len(numbers) > 1:
            return statistics.stdev(numbers)
    return None
