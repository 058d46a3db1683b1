use std::sync::LazyLock;

use regex::Regex;

const DECIMAL: &str = "."; // slot: decimal

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9A-Za-z_.,])([-+−]?)([0-9]+(?:,[0-9]{3})*)")
        .expect("the pattern is valid")
});

/// Returns the first number in a text.
pub fn extract_number(text: &str) -> Option<f64> {
    let english: String = text.chars().map(point).collect();
    let found = NUMBER.captures(&english)?;
    let (whole, mut end) = (found.get(2)?, found.get(2)?.end());
    let groups: Vec<&str> = whole.as_str().split(',').collect();
    let more_digits = english[end..].starts_with(|c: char| c.is_ascii_digit());
    let mut digits = groups.concat();
    // '1,2345' and '1234,567' are no thousands.
    if groups.len() > 1 && (groups[0].len() > 3 || more_digits) {
        digits = groups[0].to_owned();
        end = whole.start() + digits.len();
    }
    if let Some(rest) = english[end..].strip_prefix('.') {
        let fraction: String = rest.chars().take_while(char::is_ascii_digit).collect();
        if !fraction.is_empty() {
            digits = format!("{digits}.{fraction}");
        }
    }
    let value: f64 = digits.parse().ok()?;
    Some(if matches!(&found[1], "-" | "−") {
        -value
    } else {
        value
    })
}

/// With a decimal comma, comma and point change places.
fn point(c: char) -> char {
    match c {
        ',' if DECIMAL == "," => '.',
        '.' if DECIMAL == "," => ',',
        c => c,
    }
}
