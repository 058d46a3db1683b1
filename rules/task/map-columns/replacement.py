import re
import unicodedata

# Other words for a field, without spaces and accents.
ALIASES: dict[str, str] = {
    "mail": "email",
    "invoiceno": "invoice_number",
    "emailaddress": "email",
    "telephone": "phone",
    "mobile": "phone",
    "tel": "phone",
    "surname": "last_name",
    "familyname": "last_name",
    "givenname": "first_name",
    "zip": "postcode",
    "zipcode": "postcode",
    "plz": "postcode",
    "qty": "quantity",
    "menge": "quantity",
    "betrag": "amount",
    "montant": "amount",
    "importe": "amount",
    "datum": "date",
    "fecha": "date",
    "nachname": "last_name",
    "vorname": "first_name",
    "firma": "company",
    "organisation": "company",
    "organization": "company",
}
_LEAST = 0.7


def map_columns(headings: list[str], fields: list[str]) -> list[str | None]:
    """Return for each heading the field it means, or None; no field is given twice."""
    folded = {_fold(field): field for field in reversed(fields)}
    found: list[str | None] = []
    for heading in headings:
        name = _fold(heading)
        field = folded.get(name) or folded.get(_fold(ALIASES.get(name, "")))
        found.append(None if field in found else field)
    for at, heading in enumerate(headings):
        if found[at] is None:
            free = [field for field in fields if field not in found]
            found[at] = _closest(_fold(heading), free)
    return found


def _closest(name: str, fields: list[str]) -> str | None:
    best, score = None, _LEAST
    for field in fields:
        likeness = _likeness(name, _fold(field))
        if likeness > score:
            best, score = field, likeness
    return best


def _likeness(one: str, other: str) -> float:
    """How many of the letter pairs two names share (Dice)."""
    pairs, rest = _pairs(one), _pairs(other)
    both = 0
    for pair in pairs:
        if pair in rest:
            rest.remove(pair)
            both += 1
    return 2 * both / max(1, len(pairs) + both + len(rest))


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def _fold(text: str) -> str:
    """Keeps letters and digits only, without case and accents."""
    letters = unicodedata.normalize("NFKD", text.lower())
    plain = re.sub("[\u0300-\u036f]", "", letters)
    return "".join(re.findall(r"[^\W_]+", plain))
