import re


def compare_values(first: str, second: str) -> str:
    """Return 'less', 'equal' or 'greater' for two numbers, versions or texts."""
    a, b = first.strip().lower(), second.strip().lower()
    numbers = [_number(a), _number(b)]
    versions = [re.fullmatch(r"v?[0-9]+(?:\.[0-9]+){2,}", text) for text in (a, b)]
    left: object = a
    right: object = b
    if None not in numbers:
        left, right = numbers
    elif any(versions) and all(
        re.fullmatch(r"v?[0-9]+(?:\.[0-9]+)*", x) for x in (a, b)
    ):
        left, right = _parts(a), _parts(b)
    if left == right:
        return "equal"
    return "less" if left < right else "greater"  # type: ignore[operator]


def _number(text: str) -> float | None:
    plain = re.sub(r"[\s€$£%]", "", text)
    grouped = re.fullmatch(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", plain)
    plain = plain.replace(",", "") if grouped else plain
    return float(plain) if re.fullmatch(r"[+-]?[0-9]+(?:\.[0-9]+)?", plain) else None


def _parts(version: str) -> list[int]:
    parts = [int(part) for part in version.lstrip("v").split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    return parts
