import csv
import io
import re
from urllib.parse import parse_qsl

FORMAT: str = "csv"  # slot: format

_PAIR = re.compile(r"\s*([^\s=:#][^=:]*?)\s*[=:]\s*(.*?)\s*")


def parse_structured(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV table, of key-value lines or of a query string."""
    text = text.removeprefix("\ufeff").strip()
    match FORMAT:
        case "key-value":
            # An empty line begins another row.
            rows = [_pairs(block) for block in re.split(r"\r?\n[ \t]*\r?\n", text)]
        case "query":
            query = text.partition("#")[0].rpartition("?")[2]
            rows = [dict(parse_qsl(query, keep_blank_values=True))]
        case _:
            rows = _table(text)
    return [row for row in rows if row]


def _pairs(block: str) -> dict[str, str]:
    found = (_PAIR.fullmatch(line) for line in block.splitlines())
    return {pair[1]: re.sub(r'^"(.*)"$', r"\1", pair[2]) for pair in found if pair}


def _table(text: str) -> list[dict[str, str]]:
    """Read a table with the separator that is most frequent in its head."""
    head = text.partition("\n")[0]
    separator = max(",;\t|", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = [[cell.strip() for cell in line] for line in lines if line]
    names = rows[0] if rows else []
    return [dict(zip(names, row + [""] * len(names))) for row in rows[1:]]
