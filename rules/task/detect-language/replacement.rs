use whatlang::{Detector, Lang};

const LANGUAGES: &[&str] = &["en", "de", "fr", "es", "it", "pt", "nl"]; // slot: labels

/// Pairs of ISO 639-1 and 639-3 codes.
const CODES: &str = "ar ara bg bul bn ben ca cat cs ces da dan de deu el ell en eng es spa et est \
    fa pes fi fin fr fra he heb hi hin hr hrv hu hun id ind it ita ja jpn ko kor lt lit lv lav \
    nb nob nl nld pl pol pt por ro ron ru rus sk slk sl slv sr srp sv swe ta tam te tel th tha \
    tr tur uk ukr ur urd vi vie zh cmn";

/// Returns the ISO 639-1 code of a text's language among those expected.
pub fn detect_language(text: &str) -> Option<String> {
    let codes: Vec<&str> = CODES.split_whitespace().collect();
    let expected: Vec<(&str, Lang)> = codes
        .chunks_exact(2)
        .filter(|pair| LANGUAGES.contains(&pair[0]))
        .filter_map(|pair| Some((pair[0], Lang::from_code(pair[1])?)))
        .collect();
    let allowed = expected.iter().map(|(_, language)| *language).collect();
    let found = Detector::with_allowlist(allowed).detect_lang(text)?;
    let (code, _) = expected.iter().find(|(_, language)| *language == found)?;
    Some((*code).to_owned())
}
