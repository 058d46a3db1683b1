const OPERATION: string = "sum"; // slot: operation

/**
 * Returns the sum, mean, median, product, difference, minimum or maximum of numbers.
 *
 * Of two numbers also: which "percentage" the first is of the second, by how many
 * percent the second exceeds the first ("growth"), the first "increased" by the second
 * percent. Null where the result is not defined, as for the mean of nothing.
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
  }
  const [second, ...more] = rest;
  if (second === undefined || more.length > 0) {
    return null;
  }
  switch (OPERATION) {
    case "percentage":
      return second === 0 ? null : (100 * first) / second;
    case "growth":
      return first === 0 ? null : (100 * (second - first)) / first;
    case "increased":
      return first + (first * second) / 100;
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
