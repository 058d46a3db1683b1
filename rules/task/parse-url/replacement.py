import re
from typing import Any
from urllib.parse import parse_qsl

# The pattern of RFC 3986, appendix B.
_URL = re.compile(
    r"(?:([^:/?#]+):(?=//|[^0-9]))?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?"
)


def parse_url(url: str) -> dict[str, Any] | None:
    """Return scheme, host, port, path, query and fragment of a URL, or None."""
    text = url.strip()
    # A host without scheme, as in example.com/path.
    if re.match(r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:[/?#]|$)", text):
        text = f"//{text}"
    found = _URL.fullmatch(text)
    if not text or not found:
        return None
    scheme, authority, path, query, fragment = (part or "" for part in found.groups())
    if not authority and not query and "=" in path and "/" not in path:
        path, query = "", path
    host = authority.rpartition("@")[2]
    port = re.search(r":([0-9]+)$", host)
    return {
        "scheme": scheme.lower(),
        "host": host[: port.start()] if port else host,
        "port": port[1] if port else "",
        "path": path,
        "query": dict(parse_qsl(query, keep_blank_values=True)),
        "fragment": fragment,
    }
