import re
import unicodedata

import pycountry

# Names in use that the standard does not list.
_ALIASES = {
    "america": "US",
    "britain": "GB",
    "brunei": "BN",
    "burma": "MM",
    "cape verde": "CV",
    "czech republic": "CZ",
    "democratic republic of the congo": "CD",
    "dr congo": "CD",
    "east timor": "TL",
    "england": "GB",
    "great britain": "GB",
    "holland": "NL",
    "iran": "IR",
    "ivory coast": "CI",
    "laos": "LA",
    "macau": "MO",
    "macedonia": "MK",
    "northern ireland": "GB",
    "north korea": "KP",
    "palestine": "PS",
    "russia": "RU",
    "scotland": "GB",
    "south korea": "KR",
    "swaziland": "SZ",
    "syria": "SY",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "united kingdom": "GB",
    "united states": "US",
    "vatican city": "VA",
    "viet nam": "VN",
    "vietnam": "VN",
    "wales": "GB",
}


def country_to_code(name: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of a country's name or code, or None."""
    wanted = _fold(name)
    if wanted in _ALIASES:
        return _ALIASES[wanted]
    for country in pycountry.countries:
        known = [country.alpha_2, country.alpha_3, country.name]
        known += [getattr(country, key, "") for key in ("common_name", "official_name")]
        if wanted and wanted in map(_fold, known):
            return str(country.alpha_2)
    return None


def _fold(name: str) -> str:
    """Make names comparable: no case, accents, punctuation or article."""
    plain = re.sub(r"[\u0300-\u036f.]", "", unicodedata.normalize("NFKD", name.lower()))
    return " ".join(re.findall(r"\w+", plain)).removeprefix("the ")
