type Groups = Map<string, [allows: boolean, pattern: string][]>;

/** Says whether a robots.txt lets an agent fetch a path, as RFC 9309 has it. */
export function robotsAllowed(
  robots: string,
  path: string,
  agent: string,
): boolean {
  const groups = groupsOf(robots);
  const rules = groups.get(agent.toLowerCase()) ?? groups.get("*") ?? [];
  // The longest pattern that matches decides, and of equals the one that allows.
  let [longest, allowed] = [0, true];
  for (const [allows, pattern] of rules.filter(([, p]) => matches(p, path))) {
    const length = [...pattern].length;
    if (length > longest || (length === longest && allows)) {
      [longest, allowed] = [length, allows];
    }
  }
  return allowed;
}

function groupsOf(robots: string): Groups {
  const groups: Groups = new Map();
  let agents: string[] = [];
  let inRules = false;
  for (const line of robots.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    const [, name = "", after = ""] = /^([^:#]*):?([^#]*)/.exec(line) ?? [];
    const [key, value] = [name.trim().toLowerCase(), after.trim()];
    if (key === "user-agent") {
      agents = [...(inRules ? [] : agents), value.toLowerCase()];
      inRules = false;
      groups.set(value.toLowerCase(), groups.get(value.toLowerCase()) ?? []);
    } else if (key === "allow" || key === "disallow") {
      inRules = true;
      for (const agent of value ? agents : []) {
        groups.get(agent)?.push([key === "allow", value]);
      }
    }
  }
  return groups;
}

/** Whether a pattern, in which * is anything and a final $ the end, matches a path's start. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith("$");
  const [first = "", ...parts] = pattern.replace(/\$$/, "").split("*");
  if (!path.startsWith(first)) {
    return false;
  }
  let rest = path.slice(first.length);
  const last = ends ? parts.pop() : undefined;
  for (const part of parts) {
    const at = rest.indexOf(part);
    if (at < 0) {
      return false;
    }
    rest = rest.slice(at + part.length);
  }
  return last === undefined ? !ends || rest === "" : rest.endsWith(last);
}
