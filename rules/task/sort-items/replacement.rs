use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

const ORDER: &str = "ascending"; // slot: order

/// Returns items in alphabetical order, or by value where all are numbers.
pub fn sort_items(items: &[&str]) -> Vec<String> {
    let direct = |ordering: Ordering| match ORDER {
        "descending" => ordering.reverse(),
        _ => ordering,
    };
    let mut sorted = items.to_vec();
    let numbers: Option<Vec<f64>> = items.iter().map(|item| number(item)).collect();
    if numbers.is_some() {
        let value = |item: &str| number(item).unwrap_or_default();
        sorted.sort_by(|a, b| direct(value(a).total_cmp(&value(b))));
    } else {
        sorted.sort_by(|a, b| direct(folded(a).cmp(&folded(b))));
    }
    sorted.into_iter().map(str::to_owned).collect()
}

fn number(item: &str) -> Option<f64> {
    let digits = item.trim();
    let plain = digits.ends_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| matches!(c, '0'..='9' | '.' | '+' | '-'))
        && !digits.trim_start_matches(['+', '-']).starts_with('.');
    plain.then(|| digits.parse().ok()).flatten()
}

/// Compares without case and accents.
fn folded(item: &str) -> String {
    item.trim()
        .to_lowercase()
        .nfkd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect()
}
