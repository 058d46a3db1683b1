import re

# fmt: off
_NAMES = {
    "g": "g gram grams gr gramm grammes gramos", "kg": "kg kilo kilos kilogram kilograms kilogramm",
    "ml": "ml milliliter milliliters millilitre millilitres", "cl": "cl", "dl": "dl",
    "l": "l liter liters litre litres litro litros", "oz": "oz ounce ounces",
    "lb": "lb lbs pound pounds", "cup": "cup cups c tasse tassen tasses taza tazas",
    "tbsp": "tbsp tbs tablespoon tablespoons el esslöffel cs cucharada cucharadas",
    "tsp": "tsp teaspoon teaspoons tl teelöffel cc cucharadita cucharaditas",
    "pinch": "pinch pinches prise prisen pincée pincées pizca pizcas",
    "clove": "clove cloves zehe zehen gousse gousses diente dientes",
    "slice": "slice slices scheibe scheiben tranche tranches", "can": "can cans tin tins dose dosen",
    "package": "package packages pkg pack packet packets packung päckchen", "bunch": "bunch bund botte",
}
# fmt: on
_UNITS = {name: unit for unit, names in _NAMES.items() for name in names.split()}
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8"}
_AMOUNT = r"[0-9]+ [0-9]+/[0-9]+|[0-9]+/[0-9]+|[0-9]+(?:[.,][0-9]+)?"
_LINE = re.compile(rf"(?:({_AMOUNT})(?: ?[-–] ?(?:{_AMOUNT}))? ?)?(.*)")


def parse_ingredient(line: str) -> dict[str, float | str | None]:
    """Return quantity, unit, name and note of a recipe's ingredient line."""
    for sign, fraction in _VULGAR.items():
        line = line.replace(sign, f" {fraction} ")
    text = " ".join(re.sub(r"^[\s*•–-]+", "", line).split())
    found = _LINE.fullmatch(text)
    amount, rest = (found[1], found[2]) if found else (None, text)
    unit = ""
    word = re.match(r"([^\W0-9_]+)\.?(?: (?:of |de )?|$)", rest)
    if amount and word and word[1].lower() in _UNITS:
        unit, rest = _UNITS[word[1].lower()], rest[word.end() :]
    name, comma, note = rest.partition(",")
    brackets = re.search(r"\(([^)]*)\)", name)
    if brackets:
        note = f"{brackets[1]}{comma}{note}"
        name = name[: brackets.start()] + name[brackets.end() :]
    return {
        "quantity": _value(amount) if amount else None,
        "unit": unit,
        "name": " ".join(name.split()),
        "note": " ".join(note.split()),
    }


def _value(amount: str) -> float:
    """Add up a whole number and a fraction."""
    total = 0.0
    for part in amount.replace(",", ".").split():
        above, _, below = part.partition("/")
        divisor = float(below or 1)
        total += float(above) / divisor if divisor else 0
    return round(total, 4)
