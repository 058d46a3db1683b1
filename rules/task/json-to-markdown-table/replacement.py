import json


def json_to_markdown_table(document: str) -> str | None:
    """Return a JSON array of objects as a Markdown table, or None if it is no such array."""
    try:
        records = json.loads(document)
    except ValueError:
        return None
    if not isinstance(records, list) or not all(isinstance(r, dict) for r in records):
        return None
    heads = list(dict.fromkeys(key for record in records for key in record))
    if not heads:
        return ""
    rows = [[_cell(record.get(head)) for head in heads] for record in records]
    lines = [[_cell(head) for head in heads], ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    plain = value is None or isinstance(value, str)
    text = (
        str(value or "")
        if plain
        else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    )
    return text.replace("|", "\\|").replace("\r\n", "<br>").replace("\n", "<br>")
