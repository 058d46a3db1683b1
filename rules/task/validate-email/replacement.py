import re

_EMAIL = re.compile(
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})",
    re.IGNORECASE | re.ASCII,
)


def validate_email(address: str) -> bool:
    """Return whether a text is, as a whole, an e-mail address of the usual form."""
    well_formed = _EMAIL.fullmatch(address) is not None
    return well_formed and len(address) <= 254 and address.rfind("@") <= 64
