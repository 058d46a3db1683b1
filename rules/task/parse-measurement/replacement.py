import re

_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}
_MEASUREMENT = re.compile(
    r"([-+−]?)([0-9]+ [0-9]+/[0-9]+|[0-9]+/[0-9]+|[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)"
    r"[ \u00a0\u202f]?([°%‰µμΩ\"′″]?[^\W0-9_]*(?:[/·][^\W0-9_]+)?[²³23]?)"
)


def parse_measurement(text: str) -> dict[str, float | str] | None:
    """Return value and unit of the first measurement in a phrase, or None."""
    for sign, fraction in _VULGAR.items():
        text = text.replace(sign, f" {fraction}")
    found = _MEASUREMENT.search(" ".join(text.split()))
    if not found:
        return None
    value = _value(found[2])
    return {"value": -value if found[1] in ("-", "−") else value, "unit": found[3]}


def _value(number: str) -> float:
    if "/" in number:
        *whole, fraction = number.split()
        above, _, below = fraction.partition("/")
        part = int(above) / int(below) if int(below) else 0
        return round(part + sum(map(int, whole)), 6)
    # Groups of three are thousands where there are several or the last sign differs.
    signs = re.sub(r"[0-9]", "", number)
    tail = re.split(r"[.,]", number)[-1]
    thousands = signs and len(tail) == 3 and number[0] != "0" and len(set(signs)) == 1
    if thousands and (signs != "." or len(signs) > 1):
        return float(re.sub(r"[.,]", "", number))
    whole_part, decimal, rest = (
        re.sub(r"[.,](?=.*[.,])", "", number).replace(",", ".").partition(".")
    )
    return float(f"{whole_part}{decimal}{rest}")
