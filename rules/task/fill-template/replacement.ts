const TEMPLATE: string = "Hello {name}, your order {order} is on its way."; // slot: template

const HOLE = /\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Returns the template with its holes filled, or null if a value is missing. */
export function fillTemplate(values: Record<string, string>): string | null {
  const known = new Map(Object.entries(values));
  let complete = true;
  const filled = TEMPLATE.replace(HOLE, (hole, name: string) => {
    const value = known.get(name);
    complete &&= value !== undefined;
    return value ?? hole;
  });
  return complete ? filled : null;
}
