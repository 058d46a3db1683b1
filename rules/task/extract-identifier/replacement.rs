use std::sync::LazyLock;

use regex::Regex;

/// The prefixes of the identifiers looked for; when empty, any in capital letters.
const PREFIXES: &[&str] = &[]; // slot: prefixes

static CANDIDATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?-u:\b)([A-Za-z]{2,8})(?:[-_/#]?[0-9]|[-_/#][A-Za-z]+[-_/#]?[0-9])",
        r"[A-Za-z0-9]*(?:[-_/][A-Za-z0-9]+)*(?-u:\b)",
    ))
    .expect("the pattern is valid")
});

/// Returns the first identifier such as ORD-12345 in a text.
pub fn extract_identifier(text: &str) -> Option<String> {
    CANDIDATE
        .captures_iter(text)
        .map(|found| found.extract())
        .find(|(identifier, [prefix])| {
            let known = if PREFIXES.is_empty() {
                prefix.bytes().all(|b| b.is_ascii_uppercase())
            } else {
                PREFIXES.iter().any(|p| p.eq_ignore_ascii_case(prefix))
            };
            known && identifier.bytes().filter(u8::is_ascii_digit).count() >= 3
        })
        .map(|(identifier, _)| identifier.to_owned())
}
