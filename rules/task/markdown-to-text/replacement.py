from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("js-default", {"html": True})


def markdown_to_text(markdown: str) -> str:
    """Return the text of a Markdown document, one line a block."""
    lines: list[str] = []
    line = ""
    for token in _PARSER.parse(markdown):
        if token.type == "inline":
            line += _text(token.children or [])
        elif token.type in ("fence", "code_block"):
            lines.append(token.content.rstrip("\n"))
        elif token.type in ("td_close", "th_close"):
            line += " "
        elif token.type in ("paragraph_close", "heading_close", "tr_close"):
            lines.append(line.strip())
            line = ""
    return "\n".join(line for line in lines if line)


def _text(tokens: Sequence[Token]) -> str:
    text = ""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            text += token.content
        elif token.type == "softbreak":
            text += " "
        elif token.type == "hardbreak":
            text += "\n"
        elif token.type == "image":
            text += _text(token.children or [])
    return text
