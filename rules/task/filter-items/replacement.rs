use serde_json::{Map, Value};
use std::cmp::Ordering;

/// Returns the records of a JSON array whose field satisfies a comparison.
pub fn filter_items(
    document: &str,
    field: &str,
    operator: &str,
    value: &str,
) -> Option<Vec<Map<String, Value>>> {
    let mut records: Vec<Map<String, Value>> = serde_json::from_str(document).ok()?;
    records.retain(|record| match record.get(field) {
        None | Some(Value::Null) => false,
        Some(Value::String(found)) => holds(found, operator, value),
        Some(found) => holds(&found.to_string(), operator, value),
    });
    Some(records)
}

fn holds(found: &str, operator: &str, value: &str) -> bool {
    let left = found.trim().to_lowercase();
    let right = value.trim().to_lowercase();
    if operator == "contains" {
        return left.contains(&right);
    }
    let order = match (number(&left), number(&right)) {
        (Some(left), Some(right)) => left.total_cmp(&right),
        _ => left.cmp(&right),
    };
    match operator {
        "=" => order == Ordering::Equal,
        "!=" => order != Ordering::Equal,
        "<" => order == Ordering::Less,
        "<=" => order != Ordering::Greater,
        ">" => order == Ordering::Greater,
        ">=" => order != Ordering::Less,
        _ => false,
    }
}

fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| text.parse().ok()).flatten()
}
