import re
import unicodedata

# Latin letters that do not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "þ": "th",
        "ð": "d",
    }
)


def slugify(text: str) -> str:
    """Return a text as a URL slug of lower-case ASCII words joined by hyphens."""
    decomposed = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = re.sub(r"[\u0300-\u036f'’]", "", decomposed)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
