import re

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "goose": "geese", "mouse": "mice", "ox": "oxen", "leaf": "leaves",
    "life": "lives", "knife": "knives", "wife": "wives", "half": "halves", "shelf": "shelves",
    "wolf": "wolves", "loaf": "loaves", "thief": "thieves", "self": "selves", "calf": "calves",
    "analysis": "analyses", "basis": "bases", "crisis": "crises", "thesis": "theses",
    "criterion": "criteria", "phenomenon": "phenomena", "datum": "data", "hero": "heroes",
    "potato": "potatoes", "tomato": "tomatoes", "echo": "echoes", "quiz": "quizzes",
    "sheep": "sheep", "fish": "fish", "deer": "deer", "series": "series", "species": "species",
    "news": "news", "information": "information", "equipment": "equipment", "money": "money",
}  # fmt: skip


def pluralise(noun: str) -> str:
    """Return the plural of an English noun in the singular."""
    start, word = re.fullmatch(r"(?s)(.*?)([A-Za-z]*)", noun.strip()).groups()  # type: ignore[union-attr]
    return start + _plural(word)


def _plural(word: str) -> str:
    lower = word.lower()
    if irregular := _IRREGULAR.get(lower):
        return word[0] + irregular[1:] if irregular[0] == lower[0] else irregular
    if not word:
        return word
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return word + "es"
    if re.search(r"[^aeiou]y$", lower):
        return word[:-1] + "ies"
    return word + "s"
