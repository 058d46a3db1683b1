const RECORDS = ["VEVENT", "VTODO", "VCARD"];

/** Returns the properties of every event, task or contact of a calendar or contact file. */
export function parseVcardIcal(text: string): Record<string, string>[] {
  const records: Map<string, string>[] = [];
  const open: string[] = [];
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    // A colon or semicolon inside a quoted parameter separates nothing.
    const found = /^(?:[\w-]+\.)?([\w-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(
      line.trim(),
    );
    if (!found) {
      continue;
    }
    const [, name = "", value = ""] = found;
    const properties = records.at(-1);
    if (name.toUpperCase() === "BEGIN") {
      open.push(value.toUpperCase());
      if (RECORDS.includes(value.toUpperCase())) {
        records.push(new Map());
      }
    } else if (name.toUpperCase() === "END") {
      open.pop();
    } else if (
      RECORDS.includes(open.at(-1) ?? "") &&
      !properties?.has(name.toLowerCase())
    ) {
      properties?.set(name.toLowerCase(), unescaped(value));
    }
  }
  return records.map((properties) => Object.fromEntries(properties));
}

function unescaped(value: string): string {
  return value.replace(/\\(.)/g, (_, sign: string) =>
    /n/i.test(sign) ? "\n" : sign,
  );
}
