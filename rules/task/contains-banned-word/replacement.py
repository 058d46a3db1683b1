import re
import unicodedata

WORDS: list[str] = ["heck", "darn"]  # slot: words


def contains_banned_word(text: str) -> bool:
    """Return whether a text holds a word of the list (or its plural) as a whole word."""
    plain = _fold(text)
    return any(
        re.search(rf"(?<!\w){re.escape(_fold(word))}s?(?!\w)", plain) for word in WORDS
    )


def _fold(text: str) -> str:
    """Makes texts comparable: no case, no accents, single spaces."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return " ".join(re.sub("[\u0300-\u036f]", "", letters).split())
