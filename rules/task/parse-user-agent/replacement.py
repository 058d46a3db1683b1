import re

_BROWSERS = [
    ("Edge", r"Edg(?:e|A|iOS)?/([0-9.]+)"),
    ("Opera", r"(?:OPR|Opera)/([0-9.]+)"),
    ("Samsung Internet", r"SamsungBrowser/([0-9.]+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/([0-9.]+)"),
    ("Chrome", r"(?:Chrome|CriOS|Chromium)/([0-9.]+)"),
    ("Safari", r"Version/([0-9.]+).* Safari/"),
    ("Internet Explorer", r"(?:MSIE |Trident/.*rv:)([0-9.]+)"),
    ("curl", r"^curl/([0-9.]+)"),
]
_SYSTEMS = [
    ("Windows", r"Windows"),
    ("Android", r"Android"),
    ("iOS", r"iPhone|iPad|iPod"),
    ("macOS", r"Mac OS X|Macintosh"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
]
_DEVICES = [
    ("bot", r"(?i)bot\b|crawl|spider|slurp|^curl/|^python-|^wget/"),
    ("tablet", r"iPad|Tablet"),
    ("mobile", r"Mobile|iPhone|iPod"),
    ("tablet", r"Android"),
    ("desktop", r"Windows|Macintosh|CrOS|X11"),
]


def parse_user_agent(user_agent: str) -> dict[str, str] | None:
    """Return browser, version, system and device of a user agent, or None."""
    found = ((name, re.search(form, user_agent)) for name, form in _BROWSERS)
    browser = next(((name, match[1]) for name, match in found if match), ("", ""))
    parts = {
        "browser": browser[0],
        "version": browser[1],
        "os": _first(_SYSTEMS, user_agent),
        "device": _first(_DEVICES, user_agent),
    }
    return parts if any(parts.values()) else None


def _first(table: list[tuple[str, str]], text: str) -> str:
    return next((name for name, form in table if re.search(form, text)), "")
