const OPERATION: string = "sum"; // slot: operation

/**
 * Returns the sum, mean, median, product, difference, minimum, maximum or percentage of numbers.
 *
 * The percentage is that which the first number is of the second. Null where the
 * result is not defined, as for the mean of nothing.
 */
export function calculate(numbers: number[]): number | null {
  const [first, ...rest] = numbers;
  switch (OPERATION) {
    case "sum":
      return sum(numbers);
    case "product":
      return numbers.reduce((product, n) => product * n, 1);
  }
  if (first === undefined) {
    return null;
  }
  switch (OPERATION) {
    case "mean":
      return sum(numbers) / numbers.length;
    case "median":
      return median(numbers);
    case "minimum":
      return Math.min(...numbers);
    case "maximum":
      return Math.max(...numbers);
    case "difference":
      return first - sum(rest);
    case "percentage": {
      const [whole] = rest;
      return rest.length === 1 && whole ? (100 * first) / whole : null;
    }
  }
  return null;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(
    (sorted.length - 1) >> 1,
    (sorted.length >> 1) + 1,
  );
  return sum(middle) / middle.length;
}
