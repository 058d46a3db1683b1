// The grammar: one pattern a form, whose groups are the slots. A command is a whole text.
const FORMS: [string, RegExp][] = [
  [
    "swap",
    /^(?:(?:swap|exchange|trade) (?<amount>[0-9]+(?:\.[0-9]+)?) (?<from>\S+) (?:to|for|into) (?<to>\S+))$/i,
  ],
  [
    "send",
    /^(?:(?:send|transfer|pay) (?<amount>[0-9]+(?:\.[0-9]+)?) (?<unit>\S+) to (?<to>\S+))$/i,
  ],
  ["buy", /^(?:buy (?<amount>[0-9]+(?:\.[0-9]+)?) (?<item>.+))$/i],
  ["sell", /^(?:sell (?<amount>[0-9]+(?:\.[0-9]+)?) (?<item>.+))$/i],
  ["switch", /^(?:(?:turn|switch) (?<state>on|off) (?:the )?(?<device>.+))$/i],
  ["switch", /^(?:(?:turn|switch) (?:the )?(?<device>.+) (?<state>on|off))$/i],
  ["set", /^(?:set (?:the )?(?<name>.+?) to (?<value>.+))$/i],
  [
    "add",
    /^(?:(?:add|put) (?<item>.+) (?:to|on) (?:the |my )?(?<list>.+?)(?: list)?)$/i,
  ],
  [
    "remove",
    /^(?:(?:remove|delete) (?<item>.+) from (?:the |my )?(?<list>.+?)(?: list)?)$/i,
  ],
  ["play", /^(?:play (?<title>.+?) by (?<artist>.+))$/i],
  ["play", /^(?:play (?<title>.+))$/i],
];

/** Returns a command's action and slots, or null if it follows no form of the grammar. */
export function parseCommand(text: string): Record<string, string> | null {
  const plain = text.trim().replace(/[.!?]+$/, "");
  const words = plain.split(/\s+/).filter((word) => word !== "");
  if (/^(?:please|pls)$/i.test(words[0] ?? "")) {
    words.shift();
  }
  const command = words.join(" ");
  for (const [action, form] of FORMS) {
    const found = form.exec(command);
    if (found) {
      return { action, ...found.groups };
    }
  }
  return null;
}
