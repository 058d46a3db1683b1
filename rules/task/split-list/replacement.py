import re

_SEPARATORS = re.compile(r"[,;，、；]|\r?\n|\t|•")
_MARK = re.compile(r"^(?:[-*+–]|[0-9]{1,3}[.)]|\[[ xX]?\])\s+")
_CONJUNCTION = re.compile(r"^(?:and|und|et|y|e|or|oder|ou|o)\s+", re.IGNORECASE)
_LAST = re.compile(r"^(.+?)\s+(?:and|und|et|y)\s+(\S.*)$", re.IGNORECASE)


def split_list(text: str) -> list[str]:
    """Return the items of a list that is written with separators, bullets or on lines."""
    parts = [_MARK.sub("", part.strip()) for part in _SEPARATORS.split(text)]
    items = [_CONJUNCTION.sub("", part).strip(" .") for part in parts]
    items = [item for item in items if item]
    # 'eggs and bread' at the end of a list of several is two items.
    if len(items) > 1 and "\n" not in text and (last := _LAST.match(items[-1])):
        items[-1:] = [last[1], last[2]]
    return items
