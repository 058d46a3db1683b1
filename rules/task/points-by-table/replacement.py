import re

# What a number must reach or satisfy for a label; the first row that holds decides.
TABLE: dict[str, str] = {"90": "A", "80": "B", "70": "C"}  # slot: table
DEFAULT: str = "F"  # slot: constant

_NUMBER = r"(-?[0-9]+(?:\.[0-9]+)?)"


def points_by_table(points: float) -> str:
    """Return the label of the first row of the table that a number satisfies, or the default."""
    for row, label in TABLE.items():
        if _holds(row, points):
            return label
    return DEFAULT


def _holds(row: str, points: float) -> bool:
    if found := re.fullmatch(rf"\s*{_NUMBER}\s*(?:-|–|to|\.\.)\s*{_NUMBER}\s*", row):
        return float(found[1]) <= points <= float(found[2])
    if not (number := re.search(_NUMBER, row)):
        return False
    bound = float(number[0])
    words = row[: number.start()].lower()
    if re.search(r"<=|≤|up to|at most", words):
        return points <= bound
    if re.search(r"<|below|under|less", words):
        return points < bound
    if re.search(r">(?!=)|above|over|more", words):
        return points > bound
    return points >= bound
