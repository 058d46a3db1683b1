import re

# The form of a postcode, by country.
_FORMS = {
    "AT": r"[1-9][0-9]{3}",
    "AU": r"[0-9]{4}",
    "BE": r"[1-9][0-9]{3}",
    "BR": r"[0-9]{5}-?[0-9]{3}",
    "CA": r"[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]",
    "CH": r"[1-9][0-9]{3}",
    "CN": r"[0-9]{6}",
    "CZ": r"[0-9]{3} ?[0-9]{2}",
    "DE": r"[0-9]{5}",
    "DK": r"[0-9]{4}",
    "ES": r"(?:0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}",
    "FI": r"[0-9]{5}",
    "FR": r"[0-9]{5}",
    "GB": r"(?:GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})",
    "IE": r"[A-Z][0-9][0-9W] ?[A-Z0-9]{4}",
    "IN": r"[1-9][0-9]{2} ?[0-9]{3}",
    "IT": r"[0-9]{5}",
    "JP": r"[0-9]{3}-?[0-9]{4}",
    "KR": r"[0-9]{5}",
    "MX": r"[0-9]{5}",
    "NL": r"[1-9][0-9]{3} ?[A-Z]{2}",
    "NO": r"[0-9]{4}",
    "PL": r"[0-9]{2}-[0-9]{3}",
    "PT": r"[0-9]{4}-[0-9]{3}",
    "SE": r"[0-9]{3} ?[0-9]{2}",
    "US": r"[0-9]{5}(?:-[0-9]{4})?",
}


def validate_postcode(text: str, country: str) -> bool:
    """Return whether a text has the form of a postcode of a country, by its ISO code."""
    form = _FORMS.get(country.strip().upper())
    return form is not None and bool(re.fullmatch(form, text.strip().upper()))
