/** Returns whether a text is a card number: 12 to 19 digits with a right Luhn check digit. */
export function validateCard(number: string): boolean {
  const digits = number.replace(/[ -]/g, "");
  if (!/^[0-9]{12,19}$/.test(digits)) {
    return false;
  }
  const total = [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (1 + (index % 2));
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return total % 10 === 0;
}
