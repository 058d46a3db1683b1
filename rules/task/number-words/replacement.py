FORM: str = "words"  # slot: form

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_GROUPS = ["", " thousand", " million", " billion", " trillion"]
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ROMAN = "M:1000 CM:900 D:500 CD:400 C:100 XC:90 L:50 XL:40 X:10 IX:9 V:5 IV:4 I:1"


def number_words(number: int) -> str | None:
    """Return a whole number in English words, as an ordinal or a Roman numeral, or None."""
    if FORM == "roman":
        return _roman(number) if 1 <= number <= 3999 else None
    if abs(number) >= 10**15:
        return None
    words = ("minus " if number < 0 else "") + _words(abs(number))
    return _ordinal(words) if FORM == "ordinal" else words


def _words(number: int) -> str:
    if number == 0:
        return "zero"
    parts: list[str] = []
    for name in _GROUPS:
        number, group = divmod(number, 1000)
        if group:
            parts.insert(0, _below_thousand(group) + name)
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    ones, tens = _ONES.split(), _TENS.split()
    hundreds, rest = divmod(number, 100)
    parts = [f"{ones[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        unit = f"-{ones[rest % 10]}" if rest % 10 else ""
        parts.append(tens[rest // 10 - 2] + unit)
    elif rest:
        parts.append(ones[rest])
    return " ".join(parts)


def _ordinal(words: str) -> str:
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last in _IRREGULAR:
        return words[:at] + _IRREGULAR[last]
    return words[:-1] + "ieth" if last.endswith("y") else words + "th"


def _roman(number: int) -> str:
    numeral = ""
    for row in _ROMAN.split():
        sign, value = row.split(":")
        numeral += sign * (number // int(value))
        number %= int(value)
    return numeral
