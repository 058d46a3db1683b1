import phonenumbers

REGION: str = "US"  # slot: region


def extract_phone(text: str) -> str | None:
    """Return the first phone number in a text in E.164 form, or None."""
    for match in phonenumbers.PhoneNumberMatcher(text, REGION):
        return phonenumbers.format_number(
            match.number, phonenumbers.PhoneNumberFormat.E164
        )
    return None
