import re

# The language that the block must name; when empty, any.
LANGUAGE: str = ""  # slot: language

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([^`\s]*)[^`]*")


def extract_code_block(text: str) -> str | None:
    """Return the code of the first fenced block in a Markdown text, or None."""
    fence = ""
    wanted = False
    code: list[str] = []
    for line in re.split(r"\r?\n", text):
        if not fence:
            opened = _FENCE.fullmatch(line)
            if opened:
                fence = opened[1]
                wanted = LANGUAGE.lower() in ("", opened[2].lower())
        elif _closes(line, fence):
            if wanted:
                break
            fence = ""
        elif wanted:
            code.append(line)
    return "\n".join(code) if wanted else None


def _closes(line: str, fence: str) -> bool:
    end = line.strip()
    return len(end) >= len(fence) and not end.strip(fence[0])
