import phonenumbers

REGION: str = "US"  # slot: region


def validate_phone(text: str) -> bool:
    """Return whether a text is a valid phone number, of the region or in international form."""
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)
