import csv
import io
import json

TARGET: str = "csv"  # slot: target


def json_to_csv(document: str) -> str | None:
    """Return a JSON array of objects as CSV (or CSV as JSON), or None if it is no such array."""
    if TARGET == "json":
        rows = [row for row in csv.reader(io.StringIO(document, newline="")) if row]
        heads, rest = (rows[0], rows[1:]) if rows else ([], [])
        objects = [
            {head: (row + [""] * len(heads))[i] for i, head in enumerate(heads)}
            for row in rest
        ]
        return json.dumps(objects, ensure_ascii=False, separators=(",", ":"))
    try:
        records = json.loads(document)
    except ValueError:
        return None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        return None
    heads = list(dict.fromkeys(key for record in records for key in record))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in [heads, *([_cell(r.get(head)) for head in heads] for r in records)]:
        if heads:
            writer.writerow(row)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
