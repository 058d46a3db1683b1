from lingua import IsoCode639_1, LanguageDetectorBuilder

LANGUAGES: list[str] = ["en", "de", "fr", "es", "it", "pt", "nl"]  # slot: labels

_DETECTOR = LanguageDetectorBuilder.from_iso_codes_639_1(
    *(IsoCode639_1.from_str(code.upper()) for code in LANGUAGES)
).build()


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language among those expected, or None."""
    language = _DETECTOR.detect_language_of(text)
    return language.iso_code_639_1.name.lower() if language else None
