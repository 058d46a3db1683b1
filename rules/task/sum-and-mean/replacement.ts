const OPERATION: string = "sum"; // slot: operation

/** Returns the sum, mean, median, minimum, maximum, range or sample deviation, or null. */
export function sumAndMean(numbers: number[]): number | null {
  if (OPERATION === "sum") {
    return sum(numbers);
  }
  if (numbers.length === 0) {
    return null;
  }
  const mean = sum(numbers) / numbers.length;
  switch (OPERATION) {
    case "mean":
      return mean;
    case "median":
      return median(numbers);
    case "minimum":
      return Math.min(...numbers);
    case "maximum":
      return Math.max(...numbers);
    case "range":
      return Math.max(...numbers) - Math.min(...numbers);
  }
  if (OPERATION !== "deviation" || numbers.length < 2) {
    return null;
  }
  const squares = numbers.map((n) => (n - mean) ** 2);
  return Math.sqrt(sum(squares) / (numbers.length - 1));
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
