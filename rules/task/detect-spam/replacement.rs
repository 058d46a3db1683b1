use std::sync::LazyLock;

use regex::Regex;

/// Signs of spam and their weights; better: a filter trained on your own messages.
#[rustfmt::skip]
const SIGNS: &[(f64, &str)] = &[
    (2.0, r"(?i)\b(?:winner|won|prize|lottery|jackpot|inheritance)\b"),
    (1.5, r"(?i)\b(?:free|bonus|cash|casino|viagra|crypto|bitcoin|loan|cheap)\b"),
    (1.5, r"(?i)\b(?:click (?:here|below)|act now|limited time|buy now|order now|claim)\b"),
    (1.0, r"(?i)\b(?:urgent|congratulations|guaranteed|risk[- ]free|verify your account)\b"),
    (1.0, r"(?i)\b(?:bit\.ly|tinyurl\.com|t\.co)/"),
    (1.0, r"!{2,}|\${2,}"),
    (0.5, r"\b[A-Z]{4,}\b"),
    (0.5, r"[$€£] ?[0-9][0-9,.]{3,}"),
];
static PATTERNS: LazyLock<Vec<(f64, Regex)>> = LazyLock::new(|| {
    let ascii = |pattern: &str| pattern.replace(r"\b", r"(?-u:\b)");
    let rows = SIGNS.iter();
    rows.map(|(weight, sign)| (*weight, Regex::new(&ascii(sign)).expect("a valid pattern")))
        .collect()
});

/// Returns whether the signs of spam in an English message weigh enough.
pub fn detect_spam(text: &str) -> bool {
    let weights = PATTERNS.iter().map(|(weight, sign)| {
        let count = u32::try_from(sign.find_iter(text).count()).unwrap_or(u32::MAX);
        weight * f64::from(count.min(2))
    });
    weights.sum::<f64>() >= 3.0
}
