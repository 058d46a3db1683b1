use std::str::FromStr;
use std::sync::LazyLock;

use lingua::{IsoCode639_1, LanguageDetector, LanguageDetectorBuilder};

const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "it", "pt", "nl"]; // slot: labels

static DETECTOR: LazyLock<LanguageDetector> = LazyLock::new(|| {
    let codes = LANGUAGES
        .iter()
        .filter_map(|code| IsoCode639_1::from_str(code).ok());
    LanguageDetectorBuilder::from_iso_codes_639_1(&codes.collect::<Vec<_>>()).build()
});

/// Returns the ISO 639-1 code of a text's language among those expected.
pub fn detect_language(text: &str) -> Option<String> {
    let language = DETECTOR.detect_language_of(text)?;
    Some(language.iso_code_639_1().to_string())
}
