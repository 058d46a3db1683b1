// The language that the block must name; when empty, any.
const LANGUAGE: string = ""; // slot: language

const FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`\s]*)[^`]*$/;

/** Returns the code of the first fenced block in a Markdown text, or null. */
export function extractCodeBlock(text: string): string | null {
  let fence = "";
  let wanted = false;
  const code: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (!fence) {
      const opened = FENCE.exec(line);
      if (opened) {
        fence = opened[1] ?? "";
        const language = (opened[2] ?? "").toLowerCase();
        wanted = ["", language].includes(LANGUAGE.toLowerCase());
      }
    } else if (closes(line, fence)) {
      if (wanted) {
        break;
      }
      fence = "";
    } else if (wanted) {
      code.push(line);
    }
  }
  return wanted ? code.join("\n") : null;
}

function closes(line: string, fence: string): boolean {
  const end = line.trim();
  return (
    end.length >= fence.length && end === fence.charAt(0).repeat(end.length)
  );
}
