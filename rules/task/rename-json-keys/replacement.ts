/** Returns a JSON document with its keys in snake_case, or null if it is no JSON. */
export function renameJsonKeys(document: string): string | null {
  try {
    return JSON.stringify(renamed(JSON.parse(document)));
  } catch {
    return null;
  }
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(renamed);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.map(([key, item]) => [snake(key), renamed(item)]),
    );
  }
  return value;
}

function snake(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
}
