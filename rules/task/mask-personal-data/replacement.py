import re

# What is masked, in this order.
_PATTERNS = [
    ("[EMAIL]", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("[IBAN]", re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")),
    ("[IP]", re.compile(r"\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b")),
    ("[CARD]", re.compile(r"\b[0-9](?:[ -]?[0-9]){12,18}\b")),
    ("[PHONE]", re.compile(r"(?:\+|\b)[0-9](?:[ ()./-]{0,2}[0-9]){7,14}\b")),
]  # fmt: skip


def mask_personal_data(text: str) -> str:
    """Return a text with marks for addresses, card, account and phone numbers."""
    for mark, pattern in _PATTERNS:
        text = pattern.sub(lambda found, mark=mark: _masked(mark, found[0]), text)  # type: ignore[misc]
    return text


def _masked(mark: str, found: str) -> str:
    """A card number has a check digit; a date is no phone number."""
    card = mark == "[CARD]" and not _luhn(found)
    date = mark == "[PHONE]" and re.match(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])", found
    )
    return found if card or date else mark


def _luhn(number: str) -> bool:
    digits = [int(c) for c in number if c.isdigit()][::-1]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
