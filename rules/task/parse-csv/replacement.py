import csv
import io


def parse_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of a CSV table, with the names of its head line as keys."""
    text = text.removeprefix("\ufeff").strip()
    head = text.partition("\n")[0]
    separator = max(",;\t|", key=head.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = [[cell.strip() for cell in line] for line in lines if line]
    names = rows[0] if rows else []
    return [dict(zip(names, row + [""] * len(names))) for row in rows[1:]]
