import math
import statistics

OPERATION: str = "sum"  # slot: operation


def calculate(numbers: list[float]) -> float | None:
    """Return the sum, mean, median, product, difference, minimum, maximum or percentage of numbers.

    The percentage is that which the first number is of the second. None where the
    result is not defined, as for the mean of nothing.
    """
    match OPERATION:
        case "sum":
            return math.fsum(numbers)
        case "product":
            return math.prod(numbers)
    if not numbers:
        return None
    match OPERATION:
        case "mean":
            return math.fsum(numbers) / len(numbers)
        case "median":
            return statistics.median(numbers)
        case "minimum":
            return min(numbers)
        case "maximum":
            return max(numbers)
        case "difference":
            return numbers[0] - math.fsum(numbers[1:])
        case "percentage" if len(numbers) == 2 and numbers[1] != 0:
            return 100 * numbers[0] / numbers[1]
    return None
