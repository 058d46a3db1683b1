import re

_UUID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    r"|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12}",
    re.IGNORECASE | re.ASCII,
)


def validate_uuid(text: str) -> bool:
    """Return whether a text is, as a whole, a UUID with hyphens."""
    return _UUID.fullmatch(text) is not None
