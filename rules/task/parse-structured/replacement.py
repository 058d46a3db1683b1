import re

# What separates pairs that stand on one line; when empty, each has a line of its own.
SEPARATOR: str = ""  # slot: separator

_PAIR = re.compile(r"\s*([^\s=:#][^=:]*?)\s*[=:]\s*(.*?)\s*")


def parse_structured(text: str) -> list[dict[str, str]]:
    """Return the rows of a text of pairs; an empty line or a section begins another row."""
    rows: list[dict[str, str]] = [{}]
    lines = text.removeprefix("\ufeff").split(SEPARATOR or "\n")
    for line in lines:
        if not line.strip() or re.fullmatch(r"\s*\[[^\]]*\]\s*", line):
            rows.append({})
        elif pair := _PAIR.fullmatch(line):
            rows[-1][pair[1]] = re.sub(r'^"(.*)"$', r"\1", pair[2])
    return [row for row in rows if row]
