use std::sync::LazyLock;

use regex::Regex;

static DOI: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)10\.[0-9]{4,9}/[-._;()/:+<>A-Za-z0-9]+").expect("the pattern is valid")
});
static ISBN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:97[89][- ]?)?[0-9](?:[- ]?[0-9]){8}[- ]?[0-9Xx](?-u:\b)")
        .expect("the pattern is valid")
});

/// Returns the first DOI in a text, else the first valid ISBN without hyphens.
pub fn extract_doi_isbn(text: &str) -> Option<String> {
    if let Some(doi) = DOI.find(text) {
        return Some(without_punctuation(doi.as_str()).to_owned());
    }
    let digits = |found: &str| found.replace(['-', ' '], "").to_uppercase();
    ISBN.find_iter(text)
        .map(|found| digits(found.as_str()))
        .find(|digits| is_isbn(digits))
}

/// Drops what the sentence, not the identifier, put at the end.
fn without_punctuation(text: &str) -> &str {
    let punctuation = ['.', ',', ';', ':', '>'];
    let mut doi = text.trim_end_matches(punctuation);
    while let Some(shorter) = doi.strip_suffix(')') {
        if doi.matches('(').count() >= doi.matches(')').count() {
            break;
        }
        doi = shorter.trim_end_matches(punctuation);
    }
    doi
}

fn is_isbn(digits: &str) -> bool {
    let values = || {
        digits
            .chars()
            .map(|c| c.to_digit(10).unwrap_or(10) as usize)
            .enumerate()
    };
    if digits.len() == 13 {
        values()
            .map(|(at, value)| value * [1, 3][at % 2])
            .sum::<usize>()
            % 10
            == 0
    } else {
        values().map(|(at, value)| value * (10 - at)).sum::<usize>() % 11 == 0
    }
}
