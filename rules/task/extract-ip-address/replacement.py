import ipaddress
import re

_CANDIDATE = re.compile(
    r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}"
    r"|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){1,6}:(?:[0-9]{1,3}\.){3}[0-9]{1,3}"
    r"|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"
)


def extract_ip_address(text: str) -> str | None:
    """Return the first IPv4 or IPv6 address in a text, or None."""
    for found in _CANDIDATE.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        part = re.search(r"[0-9A-Za-z.]$", before) or re.match(r"\.?[0-9A-Za-z]", after)
        if not part and found[0] != "::" and _is_address(found[0]):
            return found[0]
    return None


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
