import math
import statistics

OPERATION: str = "sum"  # slot: operation


def calculate(numbers: list[float]) -> float | None:
    """Return the sum, mean, median, product, difference, minimum or maximum of numbers.

    Of two numbers also: which "percentage" the first is of the second, by how many
    percent the second exceeds the first ("growth"), the first "increased" by the second
    percent. None where the result is not defined, as for the mean of nothing.
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
        case "growth" if len(numbers) == 2 and numbers[0] != 0:
            return 100 * (numbers[1] - numbers[0]) / numbers[0]
        case "increased" if len(numbers) == 2:
            return numbers[0] + numbers[0] * numbers[1] / 100
    return None
