import re

_SUFFIX = r"(?:(?:a|b|rc)[0-9]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z.-]*[0-9A-Za-z])?"
_VERSION = re.compile(
    rf"\b(?:version:?\s*v?|release\s+v?|ver\.?\s*|v\.?\s?)([0-9]+(?:\.[0-9]+)+{_SUFFIX})"
    rf"|(?:^|[^0-9A-Za-z.])([0-9]+(?:\.[0-9]+){{2,}}{_SUFFIX})",
    re.IGNORECASE | re.ASCII,
)


def extract_version(text: str) -> str | None:
    """Return the first version number in a text, or None."""
    for found in _VERSION.finditer(text):
        version = found[1] or found[2]
        if found[1] or not re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}", version):
            return _without_file_ending(version)
    return None


def _without_file_ending(version: str) -> str:
    """Drop what a file's name adds, as in 1.2.3-x86.tar.gz."""
    return re.sub(r"(?:\.tar)?\.(?:gz|xz|bz2|zip|whl|deb|rpm|exe|jar)$", "", version)
