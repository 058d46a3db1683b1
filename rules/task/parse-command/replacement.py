import re

# The grammar: one pattern a form, whose groups are the slots. A command is a whole text.
_FORMS = [
    (
        "swap",
        r"(?:swap|exchange|trade) (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<from>\S+) (?:to|for|into) (?P<to>\S+)",
    ),
    (
        "send",
        r"(?:send|transfer|pay) (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<unit>\S+) to (?P<to>\S+)",
    ),
    ("buy", r"buy (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<item>.+)"),
    ("sell", r"sell (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<item>.+)"),
    ("switch", r"(?:turn|switch) (?P<state>on|off) (?:the )?(?P<device>.+)"),
    ("switch", r"(?:turn|switch) (?:the )?(?P<device>.+) (?P<state>on|off)"),
    ("set", r"set (?:the )?(?P<name>.+?) to (?P<value>.+)"),
    ("add", r"(?:add|put) (?P<item>.+) (?:to|on) (?:the |my )?(?P<list>.+?)(?: list)?"),
    (
        "remove",
        r"(?:remove|delete) (?P<item>.+) from (?:the |my )?(?P<list>.+?)(?: list)?",
    ),
    ("play", r"play (?P<title>.+?) by (?P<artist>.+)"),
    ("play", r"play (?P<title>.+)"),
]


def parse_command(text: str) -> dict[str, str] | None:
    """Return a command's action and slots, or None if it follows no form of the grammar."""
    words = [word for word in text.strip().rstrip(".!?").split() if word]
    if words and words[0].lower() in ("please", "pls"):
        words = words[1:]
    command = " ".join(words)
    for action, form in _FORMS:
        if found := re.fullmatch(form, command, re.IGNORECASE):
            return {"action": action, **found.groupdict()}
    return None
