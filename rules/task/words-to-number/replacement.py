import re

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GROUPS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ROMAN = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
_NUMERAL = r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})"


def words_to_number(text: str) -> int | None:
    """Return the whole number that English words, a Roman numeral or figures mean, or None."""
    lower = text.strip().lower()
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+|-?[0-9]{1,15}", lower):
        return int(lower.replace(",", ""))
    if lower and re.fullmatch(_NUMERAL, lower):
        return _roman(lower)
    words = re.split(r"[\s-]+", lower)
    if words[0] == "minus":
        number = _number(words[1:])
        return None if number is None else -number
    return _number(words)


def _number(words: list[str]) -> int | None:
    small, tens = _SMALL.split(), _TENS.split()
    total, group, read = 0, 0, False
    for word in words:
        if word == "and" and read:
            continue
        if word in small:
            group += small.index(word)
        elif word in ("a", "an") and not read:
            group += 1
        elif word in tens:
            group += 20 + 10 * tens.index(word)
        elif word == "hundred":
            group = max(group, 1) * 100
        elif word in _GROUPS:
            total += max(group, 1) * _GROUPS[word]
            group = 0
        else:
            return None
        read = True
    return total + group if read else None


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
