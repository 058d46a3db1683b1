// prettier-ignore
const TEMPLATE: string = "Dear {{name}},\nyour order {{order}} ships on {{date}}.{{#note}}\n{{note}}{{/note}}"; // slot: template

/** Returns the letter with its fields filled, or null if a needed one has no value. */
export function fillFormLetter(fields: Record<string, string>): string | null {
  const has = (name: string) =>
    Object.hasOwn(fields, name) && fields[name]?.trim() !== "";
  const letter = TEMPLATE.replace(
    /\{\{#(\w+)\}\}(.*?)\{\{\/\1\}\}/gs,
    (_, name: string, part: string) => (has(name) ? part : ""),
  );
  const names = [...letter.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] ?? "");
  if (!names.every(has)) {
    return null;
  }
  return letter.replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => fields[name] ?? "",
  );
}
