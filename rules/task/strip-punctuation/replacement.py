import re

# ASCII punctuation and symbols, Latin-1's, general and CJK punctuation.
_MARKS = r"!-/:-@\[-`{-~¡§«¶·»¿\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\uff01-\uff0f"


def strip_punctuation(text: str) -> str:
    """Return a text without punctuation; apostrophes and hyphens within words stay."""
    inner = re.sub(
        r"(?<=[^\W_])(['’-])(?=[^\W_])", lambda m: chr(0xE000 + ord(m[1]) % 256), text
    )
    plain = " ".join(re.sub(f"[{_MARKS}]", "", inner).split())
    return plain.translate({0xE000 + ord(mark) % 256: mark for mark in "'’-"})
