import re

_RECORDS = ("VEVENT", "VTODO", "VCARD")
_ESCAPES = {"n": "\n", "N": "\n"}


def parse_vcard_ical(text: str) -> list[dict[str, str]]:
    """Return the properties of every event, task or contact of a calendar or contact file."""
    records: list[dict[str, str]] = []
    open_parts: list[str] = []
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        # A colon or semicolon inside a quoted parameter separates nothing.
        found = re.fullmatch(
            r'(?:[\w-]+\.)?([\w-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)', line.strip()
        )
        if not found:
            continue
        name, value = found[1].upper(), found[2]
        if name == "BEGIN":
            open_parts.append(value.upper())
            if value.upper() in _RECORDS:
                records.append({})
        elif name == "END":
            open_parts = open_parts[:-1]
        elif open_parts and open_parts[-1] in _RECORDS:
            records[-1].setdefault(name.lower(), _unescaped(value))
    return records


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[1]), value)
