import re

_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_URL = re.compile(
    rf"https?://(?:localhost|{_OCTET}(?:\.{_OCTET}){{3}}"
    rf"|(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{1,59}}))"
    r"(?::([0-9]{1,5}))?(?:[/?#][!#-;=?-Z_a-z~\[\]@$&'*+,]*)?",
    re.IGNORECASE | re.ASCII,
)


def validate_url(text: str) -> bool:
    """Return whether a text is, as a whole, a web address of the usual form."""
    found = _URL.fullmatch(text)
    return found is not None and int(found[1] or 0) <= 65535
