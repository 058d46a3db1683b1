use std::sync::LazyLock;

use regex::{Captures, Regex};

/// What is masked, in this order.
static PATTERNS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    let rows = [
        ("[EMAIL]", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        (
            "[IBAN]",
            r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
        ),
        ("[IP]", r"\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b"),
        ("[CARD]", r"\b[0-9](?:[ -]?[0-9]){12,18}\b"),
        ("[PHONE]", r"(?:\+|\b)[0-9](?:[ ()./-]{0,2}[0-9]){7,14}\b"),
    ];
    rows.map(|(mark, pattern)| (mark, Regex::new(pattern).expect("a valid pattern")))
        .into()
});

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[^0-9-]|$)").expect("a valid pattern")
});

/// Returns a text with marks for addresses, card, account and phone numbers.
pub fn mask_personal_data(text: &str) -> String {
    let mut masked = text.to_owned();
    for (mark, pattern) in PATTERNS.iter() {
        let replaced = pattern.replace_all(&masked, |found: &Captures| match *mark {
            // A card number has a check digit; a date is no phone number.
            "[CARD]" if !luhn(&found[0]) => found[0].to_owned(),
            "[PHONE]" if DATE.is_match(&found[0]) => found[0].to_owned(),
            mark => mark.to_owned(),
        });
        masked = replaced.into_owned();
    }
    masked
}

fn luhn(number: &str) -> bool {
    let digits = number.chars().rev().filter_map(|c| c.to_digit(10));
    let values = digits.enumerate().map(|(i, digit)| match (i % 2, digit) {
        (0, _) => digit,
        (_, 0..=4) => 2 * digit,
        _ => 2 * digit - 9,
    });
    values.sum::<u32>() % 10 == 0
}
