import re
import unicodedata

_LEAST = 0.6


def match_catalogue(text: str, entries: list[str]) -> str | None:
    """Return the entry of a list that a text means by its letters, or None if none is close."""
    wanted = _fold(text)
    best, score = None, (_LEAST, 0)
    for entry in entries:
        folded = _fold(entry)
        found = (_likeness(wanted, folded), len(folded))
        if folded and found > score:
            best, score = entry, found
    return best


def _likeness(text: str, entry: str) -> float:
    """1 for the same, 0.95 for one that holds all words of the entry, else Dice's coefficient."""
    if text == entry:
        return 1
    if set(entry.split()) <= set(text.split()):
        return 0.95
    pairs, rest = _pairs(text), _pairs(entry)
    both = 0
    for pair in pairs:
        if pair in rest:
            rest.remove(pair)
            both += 1
    return 2 * both / (len(pairs) + both + len(rest))


def _pairs(text: str) -> list[str]:
    padded = f" {text} "
    return [padded[at : at + 2] for at in range(len(padded) - 1)]


def _fold(text: str) -> str:
    """Makes texts comparable: letters and digits only, no case, no accents."""
    letters = unicodedata.normalize("NFKD", text.lower())
    plain = re.sub("[\u0300-\u036f]", "", letters)
    return " ".join(re.findall(r"[^\W_]+", plain))
