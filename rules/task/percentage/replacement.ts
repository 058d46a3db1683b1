const OPERATION: string = "share"; // slot: operation

/**
 * Returns which share the first number is of the second, in percent; or null.
 *
 * Or, as set: the first percent "of" the second, the "change" from the first to the
 * second in percent, the first after an "increase" or "decrease" by the second percent.
 */
export function percentage(first: number, second: number): number | null {
  switch (OPERATION) {
    case "share":
      return second === 0 ? null : (100 * first) / second;
    case "of":
      return (first * second) / 100;
    case "change":
      return first === 0 ? null : (100 * (second - first)) / Math.abs(first);
    case "increase":
      return first + (first * second) / 100;
    case "decrease":
      return first - (first * second) / 100;
  }
  return null;
}
