import re

# Signs of spam and their weights; better: a filter trained on your own messages.
_SIGNS = [
    (2.0, r"(?i)\b(?:winner|won|prize|lottery|jackpot|inheritance)\b"),
    (1.5, r"(?i)\b(?:free|bonus|cash|casino|viagra|crypto|bitcoin|loan|cheap)\b"),
    (
        1.5,
        r"(?i)\b(?:click (?:here|below)|act now|limited time|buy now|order now|claim)\b",
    ),
    (
        1.0,
        r"(?i)\b(?:urgent|congratulations|guaranteed|risk[- ]free|verify your account)\b",
    ),
    (1.0, r"(?i)\b(?:bit\.ly|tinyurl\.com|t\.co)/"),
    (1.0, r"!{2,}|\${2,}"),
    (0.5, r"\b[A-Z]{4,}\b"),
    (0.5, r"[$€£] ?[0-9][0-9,.]{3,}"),
]
_PATTERNS = [(weight, re.compile(pattern, re.ASCII)) for weight, pattern in _SIGNS]


def detect_spam(text: str) -> bool:
    """Return whether the signs of spam in an English message weigh enough."""
    hits = ((weight, len(pattern.findall(text))) for weight, pattern in _PATTERNS)
    return sum(weight * min(count, 2) for weight, count in hits) >= 3
