const FORM: string = "YYYY-MM-DD"; // slot: form

/** Returns whether a text is, as a whole, a calendar date in the form asked for. */
export function validateDate(text: string): boolean {
  const figures: Record<string, string> = { Y: "", M: "", D: "" };
  const form = [...FORM];
  const fits = [...text].every((c, at) => {
    const wanted = form[at] ?? "";
    if (!(wanted in figures)) {
      return c === wanted;
    }
    figures[wanted] += c;
    return /[0-9]/.test(c);
  });
  const [year = 0, month = 0, day = 0] = Object.values(figures).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return (
    fits &&
    [...text].length === form.length &&
    year > 0 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}
