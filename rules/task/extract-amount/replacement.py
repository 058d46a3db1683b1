import re

# fmt: off
_CURRENCIES = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "us$": "USD", "dollar": "USD",
    "dollars": "USD", "£": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "yen": "JPY",
    "₹": "INR", "rs": "INR", "zł": "PLN", "₽": "RUB", "₩": "KRW", "fr": "CHF",
}
# fmt: on
_CODES = "EUR|USD|GBP|JPY|INR|PLN|RUB|KRW|CHF|SEK|NOK|DKK|CZK|HUF|CNY|AUD|CAD|NZD|BRL|MXN|ZAR|TRY"
_SIGN = rf"US\$|[€$£¥₹₽₩]|zł|(?:{_CODES}|euros?|dollars?|pounds?|yen|Rs|Fr)\b"
_NUMBER = r"[0-9]{1,3}(?:[.,'’ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?"
_AMOUNT = re.compile(
    rf"(?:({_SIGN})\.?[ \u00a0\u202f]?({_NUMBER})\b|\b({_NUMBER})(?:,-|,–)?[ \u00a0\u202f]?({_SIGN}))",
    re.IGNORECASE | re.ASCII,
)


def extract_amount(text: str) -> dict[str, float | str] | None:
    """Return the first amount of money in a text with its currency, or None."""
    found = _AMOUNT.search(text)
    if not found:
        return None
    sign, number = (found[1], found[2]) if found[1] else (found[4], found[3])
    return {
        "amount": _value(number),
        "currency": _CURRENCIES.get(sign.lower(), sign.upper()),
    }


def _value(number: str) -> float:
    """Take a separator before one or two last digits for the decimal point."""
    fraction = re.search(r"[.,]([0-9]{1,2})$", number)
    whole = number[: fraction.start()] if fraction else number
    digits = re.sub(r"[^0-9]", "", whole)
    return float(f"{digits}.{fraction[1] if fraction else '0'}")
