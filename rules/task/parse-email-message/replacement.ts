const HEADER = /^([A-Za-z][A-Za-z-]*):[ \t]*(.*)$/;
// Where the new text of a reply ends.
const END = new RegExp(
  "(?:^|\\n)(?:-- ?" +
    "|On [^\\n]+(?:\\n[^\\n]+)?wrote:|Am [^\\n]+ schrieb[^\\n]*:|Le [^\\n]+ a écrit ?:|El [^\\n]+ escribió:" +
    "|-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht)[^\\n]*" +
    "|_{10,}|(?:From|Von|De): [^\\n]*@[^\\n]*)[ \\t]*(?=\\n|$)",
);

/** Returns from, to, subject, date and the new text of an e-mail message. */
export function parseEmailMessage(message: string): Record<string, string> {
  const text = message.replaceAll("\r\n", "\n").replace(/^\n+/, "");
  const fields = new Map(
    "to from subject date".split(" ").map((name) => [name, ""]),
  );
  if (!HEADER.test(text.split("\n", 1)[0] ?? "")) {
    return { ...Object.fromEntries(fields), body: newText(text) };
  }
  const [head = "", ...rest] = text.split("\n\n");
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) {
    const [, name = "", value = ""] = HEADER.exec(line) ?? [];
    if (fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), value.trim());
    }
  }
  return { ...Object.fromEntries(fields), body: newText(rest.join("\n\n")) };
}

function newText(body: string): string {
  const end = END.exec(body)?.index ?? body.length;
  const lines = body.slice(0, end).split("\n");
  return lines
    .filter((line) => !line.startsWith(">"))
    .join("\n")
    .trim();
}
