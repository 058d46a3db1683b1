import re

# Short lists to start with; better: a local entity model.
_FIRST = " john mary james anna maria peter paul david sarah michael laura thomas emma lisa robert angela tim susan marie jean "
_ORGANISATION = " inc ltd gmbh ag corp llc plc corporation company university bank institute group foundation ministry council "
_PLACES = {"paris", "london", "berlin", "madrid", "rome", "vienna", "tokyo", "new york", "san francisco", "germany", "france", "spain", "italy", "japan", "china", "india", "brazil", "canada", "australia", "switzerland", "austria", "europe"}  # fmt: skip
_SKIPPED = " a an the in on at from to of and but he she it they we i when after for with by is was "
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.? ")
_WORD = "[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ɏ'’-]*"
_RUN = re.compile(rf"(\t)?({_WORD}(?: (?:of )?{_WORD})*)")


def extract_entities(text: str) -> dict[str, list[str]]:
    """Return the persons, organisations and places that an English text names."""
    found: dict[str, list[str]] = {"persons": [], "organisations": [], "places": []}
    for title, run in _RUN.findall(_TITLE.sub("\t", text)):
        words = run.split(" ")
        while words and f" {words[0].lower()} " in _SKIPPED:
            words.pop(0)
        name = " ".join(words)
        kind = _kind(bool(title), words)
        if kind and name not in found[kind]:
            found[kind].append(name)
    return found


def _kind(title: bool, words: list[str]) -> str | None:
    lower = [word.lower() for word in words]
    if not words:
        return None
    if title:
        return "persons"
    if len(words) > 1 and any(f" {word} " in _ORGANISATION for word in lower):
        return "organisations"
    if " ".join(lower) in _PLACES:
        return "places"
    return "persons" if f" {lower[0]} " in _FIRST else None
