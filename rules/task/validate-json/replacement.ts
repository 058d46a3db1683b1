const FIELDS: string[] = []; // slot: fields

/** Returns whether a text is JSON and, if fields are required, an object that has them. */
export function validateJson(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (FIELDS.length === 0) {
    return true;
  }
  const object = new Map(Object.entries(value ?? {}));
  return (
    !Array.isArray(value) && FIELDS.every((field) => object.get(field) != null)
  );
}
