import MarkdownIt from "markdown-it";

const PARSER = new MarkdownIt({ html: true });

type Token = ReturnType<typeof PARSER.parse>[number];

/** Returns the text of a Markdown document, one line a block. */
export function markdownToText(markdown: string): string {
  const lines: string[] = [];
  let line = "";
  for (const token of PARSER.parse(markdown, {})) {
    switch (token.type) {
      case "inline":
        line += text(token.children ?? []);
        break;
      case "fence":
      case "code_block":
        lines.push(token.content.replace(/\n+$/, ""));
        break;
      case "td_close":
      case "th_close":
        line += " ";
        break;
      case "paragraph_close":
      case "heading_close":
      case "tr_close":
        lines.push(line.trim());
        line = "";
    }
  }
  return lines.filter((line) => line).join("\n");
}

function text(tokens: Token[]): string {
  const pieces = tokens.map((token) => {
    switch (token.type) {
      case "text":
      case "code_inline":
        return token.content;
      case "softbreak":
        return " ";
      case "hardbreak":
        return "\n";
      case "image":
        return text(token.children ?? []);
    }
    return "";
  });
  return pieces.join("");
}
