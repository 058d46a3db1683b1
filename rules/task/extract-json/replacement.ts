/** Returns the longest JSON object or array in a text, or null. */
export function extractJson(text: string): unknown {
  let best: unknown = null;
  let longest = 0;
  let at = 0;
  while (at < text.length) {
    const end = "{[".includes(text.charAt(at)) ? closing(text, at) : null;
    const value = end === null ? undefined : parsed(text.slice(at, end));
    if (end === null || value === undefined) {
      at += 1;
      continue;
    }
    if (end - at > longest) {
      [best, longest] = [value, end - at];
    }
    at = end;
  }
  return best;
}

/** Returns where the bracket at a position is closed, strings left aside. */
function closing(text: string, start: number): number | null {
  let depth = 0;
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;
  tokens.lastIndex = start;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    if ("{[".includes(token[0])) {
      depth += 1;
    } else if ("}]".includes(token[0])) {
      depth -= 1;
    }
    if (depth === 0) {
      return tokens.lastIndex;
    }
  }
  return null;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
