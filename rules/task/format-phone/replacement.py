import phonenumbers


def format_phone(number: str, country: str) -> str | None:
    """Return a phone number in E.164 form, or None if it is not valid."""
    try:
        parsed = phonenumbers.parse(number, country or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed):
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
