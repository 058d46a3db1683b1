const ANSWER: string = "OK"; // slot: constant

/** Returns the answer, which does not depend on any input. */
export function constantAnswer(): string {
  return ANSWER;
}
