import { parseDocument } from "yaml";

/** Returns a YAML document, or the front matter of a text, or null if it is broken. */
export function parseYaml(text: string): unknown {
  const matter = /^---\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)/s.exec(
    text.trimStart(),
  );
  const document = parseDocument(matter?.[1] ?? text);
  try {
    return document.errors.length > 0 ? null : document.toJS();
  } catch {
    return null; // an alias without its anchor
  }
}
