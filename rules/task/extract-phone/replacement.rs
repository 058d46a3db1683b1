use std::ops::Range;
use std::sync::LazyLock;

use phonenumber::{Mode, country, is_valid, parse};
use regex::Regex;

const REGION: &str = "US"; // slot: region

static CANDIDATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[+(]?[0-9](?:[ \u{a0}./()-]{0,3}[0-9]){6,14}").expect("the pattern is valid")
});

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b")
        .expect("the pattern is valid")
});

/// Returns the first phone number in a text in E.164 form.
pub fn extract_phone(text: &str) -> Option<String> {
    let region: country::Id = REGION.parse().ok()?;
    CANDIDATE
        .find_iter(text)
        .filter(|found| stands_alone(text, found.range()))
        .filter_map(|found| parse(Some(region), found.as_str()).ok())
        .find(is_valid)
        .map(|number| number.format().mode(Mode::E164).to_string())
}

/// Whether a candidate is neither a date nor part of an identifier such as ORD-12345678.
fn stands_alone(text: &str, candidate: Range<usize>) -> bool {
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let mut before = text[..candidate.start].chars().rev().peekable();
    before.next_if(|c| matches!(c, '-' | '_' | '#' | '/'));
    !DATE.is_match(&text[candidate.start..])
        && !touches(before.next())
        && !touches(text[candidate.end..].chars().next())
}
