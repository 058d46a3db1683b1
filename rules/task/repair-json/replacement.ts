import { jsonrepair } from "jsonrepair";

/** Returns the JSON object or array in a broken text, or null if there is none. */
export function repairJson(text: string): unknown {
  const start = text.search(/[{[]/);
  if (start < 0) {
    return null;
  }
  let body = text.slice(start);
  // Prose or a code fence may follow a value that is complete.
  const count = (brackets: RegExp) => body.match(brackets)?.length ?? 0;
  if (count(/[{[]/g) <= count(/[}\]]/g)) {
    const end = Math.max(body.lastIndexOf("}"), body.lastIndexOf("]"));
    body = body.slice(0, end + 1);
  }
  try {
    return JSON.parse(jsonrepair(body));
  } catch {
    return null;
  }
}
