import re
import unicodedata

ORDER: str = "ascending"  # slot: order


def sort_items(items: list[str]) -> list[str]:
    """Return items in alphabetical order, or by value where all are numbers."""
    backwards = ORDER == "descending"
    if all(re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", item.strip()) for item in items):
        return sorted(items, key=float, reverse=backwards)
    return sorted(items, key=_folded, reverse=backwards)


def _folded(item: str) -> str:
    """Compare without case and accents."""
    decomposed = unicodedata.normalize("NFKD", item.strip().lower())
    return re.sub(r"[\u0300-\u036f]", "", decomposed)
