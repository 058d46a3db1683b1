import re

# fmt: off
_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "dollar": "USD", "dollars": "USD",
    "bucks": "USD", "£": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "yen": "JPY",
    "₹": "INR", "rs": "INR", "₽": "RUB", "zł": "PLN", "₫": "VND", "đ": "VND", "₴": "UAH",
}
_FILLER = {
    "i", "spent", "spend", "paid", "pay", "bought", "for", "on", "at", "a", "an", "the", "cost", "costs",
    "ich", "habe", "ausgegeben", "bezahlt", "gekauft", "für", "ein", "eine", "einen", "gasté", "pagué",
    "compré", "en", "de", "por", "un", "una", "el", "la", "j'ai", "dépensé", "payé", "acheté", "pour", "du",
}
# fmt: on
_SIGN = r"[€$£¥₹₽₫₴đ]|zł|(?:EUR|USD|GBP|JPY|INR|RUB|PLN|CHF|VND|UAH|euros?|dollars?|bucks|pounds?|yen|Rs)\b"
_AMOUNT = re.compile(
    rf"(?:({_SIGN})\.? ?)?([0-9]{{1,3}}(?:[.,][0-9]{{3}})+(?:[.,][0-9]{{1,2}})?|[0-9]+(?:[.,][0-9]{{1,2}})?)"
    rf"(?:(k)\b)?(?: ?({_SIGN}))?",
    re.IGNORECASE | re.ASCII,
)


def parse_expense(message: str) -> dict[str, float | str] | None:
    """Return amount, currency and description of an expense, or None without an amount."""
    text = " ".join(message.split())
    found = _AMOUNT.search(text)
    if not found:
        return None
    sign = (found[1] or found[4] or "").lower()
    rest = f"{text[: found.start()]} {text[found.end() :]}".split()
    while rest and (rest[0].strip(".,:;!-–").lower() in _FILLER | {""}):
        rest = rest[1:]
    while rest and (rest[-1].strip(".,:;!-–").lower() in _FILLER | {""}):
        rest = rest[:-1]
    return {
        "amount": _value(found[2]) * (1000 if found[3] else 1),
        "currency": _CURRENCIES.get(sign, sign.upper()),
        "description": " ".join(rest).strip(".,:;!-– "),
    }


def _value(number: str) -> float:
    """Take a separator before one or two last digits for the decimal point."""
    fraction = re.search(r"[.,]([0-9]{1,2})$", number)
    whole = number[: fraction.start()] if fraction else number
    digits = re.sub(r"[^0-9]", "", whole)
    return float(f"{digits}.{fraction[1] if fraction else '0'}")
