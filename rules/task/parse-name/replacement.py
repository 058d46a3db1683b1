# fmt: off
_TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "herr", "frau", "m", "mme", "mlle", "sr", "sra", "ing", "dipl-ing", "rev"}
_PARTICLES = {"van", "von", "vom", "zu", "zum", "de", "del", "della", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "ter", "ten", "bin", "ibn", "al", "el", "af", "av"}
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "msc", "bsc", "ba", "ma", "mba"}
# fmt: on


def parse_name(name: str) -> dict[str, str] | None:
    """Return title, first, middle and last name and suffix of a full name, or None."""
    family, comma, given = (part.split() for part in name.partition(","))
    if comma and given and _key(given[0]) not in _SUFFIXES:
        words = given + family
        start = len(given)
        if _key(given[-1]) in _PARTICLES:
            start -= 1
    else:
        words = family + given
        start = -1
    titles = _count(words, _TITLES)
    suffixes = _count(words[titles + 1 :][::-1], _SUFFIXES)
    end = len(words) - suffixes
    if titles >= end:
        return None
    if start < 0:
        start = max(end - 1, titles + 1)
        while start > titles + 1 and _key(words[start - 1]) in _PARTICLES:
            start -= 1
    return {
        "title": " ".join(words[:titles]),
        "first": words[titles],
        "middle": " ".join(words[titles + 1 : start]),
        "last": " ".join(words[max(start, titles + 1) : end]),
        "suffix": " ".join(words[end:]),
    }


def _count(words: list[str], known: set[str]) -> int:
    """Count the words at the beginning that are known."""
    count = 0
    while count < len(words) and _key(words[count]) in known:
        count += 1
    return count


def _key(word: str) -> str:
    return word.lower().replace(".", "").rstrip(",")
