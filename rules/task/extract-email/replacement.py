import re

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9À-ɏ_+-])[A-Za-z0-9À-ɏ_+-][A-Za-z0-9À-ɏ_.+'-]*"
    r"@(?:[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ-]*[A-Za-z0-9À-ɏ])?\.)+[A-Za-zÀ-ɏ]{2,}"
)


def extract_email(text: str) -> str | None:
    """Return the first e-mail address in a text, or None."""
    found = _EMAIL.search(text)
    return found[0] if found else None
