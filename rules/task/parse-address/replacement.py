import re

# fmt: off
_LAYOUTS = [
    # 1600 Pennsylvania Ave NW, Washington, DC 20500
    r"(?P<number>[0-9]+[A-Za-z]?) (?P<street>[^,]+), (?P<city>[^,]+),? (?P<region>[A-Z]{2}),? (?P<postcode>[0-9]{5}(?:-[0-9]{4})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])",
    # 10 Downing Street, London SW1A 2AA
    r"(?P<number>[0-9]+[A-Za-z]?),? (?P<street>[^,]+), (?P<city>[^,]+?),? (?P<postcode>[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})",
    # 12 bis rue de la Paix, 75002 Paris
    r"(?P<number>[0-9]+(?: ?(?:bis|ter))?),? (?P<street>[^,]+), (?:F-)?(?P<postcode>[0-9]{5}) (?P<city>[^,]+)",
    # Unter den Linden 77a, 10117 Berlin
    r"(?P<street>[^,0-9]+) (?P<number>[0-9]+ ?[a-zA-Z]?(?:[-/][0-9]+[a-zA-Z]?)?), (?:[A-Z]{1,2}-)?(?P<postcode>[0-9]{4,5}) (?P<city>[^,]+)",
]
# fmt: on
_FIELDS = ("street", "number", "postcode", "city", "region", "country")


def parse_address(address: str) -> dict[str, str] | None:
    """Return the parts of a postal address, or None if no known layout fits."""
    lines = (" ".join(line.split()) for line in re.split(r"[\n,]", address))
    line = ", ".join(part for part in lines if part)
    for layout in _LAYOUTS:
        found = re.fullmatch(rf"{layout}(?:, (?P<country>[^,0-9]+))?", line)
        if found:
            parts = found.groupdict("")
            return {name: parts.get(name, "") for name in _FIELDS}
    return None
