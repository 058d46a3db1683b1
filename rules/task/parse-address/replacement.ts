// prettier-ignore
const LAYOUTS = [
  // 1600 Pennsylvania Ave NW, Washington, DC 20500
  "(?<number>[0-9]+[A-Za-z]?) (?<street>[^,]+), (?<city>[^,]+),? (?<region>[A-Z]{2}),? (?<postcode>[0-9]{5}(?:-[0-9]{4})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])",
  // 10 Downing Street, London SW1A 2AA
  "(?<number>[0-9]+[A-Za-z]?),? (?<street>[^,]+), (?<city>[^,]+?),? (?<postcode>[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})",
  // 12 bis rue de la Paix, 75002 Paris
  "(?<number>[0-9]+(?: ?(?:bis|ter))?),? (?<street>[^,]+), (?:F-)?(?<postcode>[0-9]{5}) (?<city>[^,]+)",
  // Unter den Linden 77a, 10117 Berlin
  "(?<street>[^,0-9]+) (?<number>[0-9]+ ?[a-zA-Z]?(?:[-/][0-9]+[a-zA-Z]?)?), (?:[A-Z]{1,2}-)?(?<postcode>[0-9]{4,5}) (?<city>[^,]+)",
];
const FIELDS = ["street", "number", "postcode", "city", "region", "country"];

/** Returns the parts of a postal address, or null if no known layout fits. */
export function parseAddress(address: string): Record<string, string> | null {
  const line = address
    .split(/[\n,]/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part)
    .join(", ");
  for (const layout of LAYOUTS) {
    const whole = new RegExp(`^${layout}(?:, (?<country>[^,0-9]+))?$`);
    const groups = whole.exec(line)?.groups;
    if (groups) {
      return Object.fromEntries(
        FIELDS.map((name) => [name, groups[name] ?? ""]),
      );
    }
  }
  return null;
}
