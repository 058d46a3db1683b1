def trim_whitespace(text: str) -> str:
    """Return a text with single blanks, no blanks at the ends of lines and single blank lines."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    kept = [line for i, line in enumerate(lines) if line or (i and lines[i - 1])]
    return "\n".join(kept).strip("\n")
