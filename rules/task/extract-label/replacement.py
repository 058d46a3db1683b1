import re

LABELS: list[str] = ["BUY", "SELL", "HOLD"]  # slot: labels

_MARK = (
    r"\b(?:decision|recommendation|proposal|answer|verdict|rating|signal|conclusion)\b"
)


def extract_label(text: str) -> str | None:
    """Return the label that a text states as its decision, or its only label, or None."""
    by_length = sorted(LABELS, key=len, reverse=True)
    names = "|".join(re.escape(label) for label in by_length)
    if not names:
        return None
    # Between mark and label may stand Markdown, a colon, 'is', 'to'.
    between = r"(?:[^\w\n]|\b(?:is|to|be|a|the|option)\b){0,12}\n{0,2}[^\w\n]{0,8}"
    stated = re.findall(rf"(?i){_MARK}{between}\b({names})\b", text)
    if stated:
        return _as_listed(stated[-1])
    named = {_as_listed(name) for name in re.findall(rf"(?i)\b({names})\b", text)}
    return named.pop() if len(named) == 1 else None


def _as_listed(name: str) -> str:
    return next(label for label in LABELS if label.lower() == name.lower())
