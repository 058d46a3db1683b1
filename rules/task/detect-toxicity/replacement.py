import re

# Better: a classifier, or the list of your community.
_INSULTS = [
    "idiot", "idiots", "moron", "stupid", "dumb", "loser", "bastard", "jerk", "scum", "trash",
    "shut up", "hate you", "kill you", "kill yourself", "go to hell", "screw you", "damn you",
]  # fmt: skip
_LETTERS = str.maketrans("013457@$!", "oieastasi")


def detect_toxicity(text: str) -> bool:
    """Return whether an English comment holds an insult of the list."""
    plain = _folded(text)
    return any(f" {_folded(insult).strip()} " in plain for insult in _INSULTS)


def _folded(text: str) -> str:
    """Letters for look-alikes, other signs as blanks, repeated letters once."""
    words = re.findall(r"[a-z]+", text.lower().translate(_LETTERS))
    return " " + " ".join(re.sub(r"(.)\1+", r"\1", word) for word in words) + " "
