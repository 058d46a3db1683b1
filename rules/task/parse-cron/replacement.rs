use std::collections::BTreeSet;

use serde_json::{Map, Value};

const FIELDS: &[(&str, u32, u32)] = &[
    ("minute", 0, 59),
    ("hour", 0, 23),
    ("day", 1, 31),
    ("month", 1, 12),
    ("weekday", 0, 7),
];
const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
const DAYS: &str = "sun mon tue wed thu fri sat";

/// Returns the numbers that each field of a cron expression allows, as JSON.
pub fn parse_cron(expression: &str) -> Option<Value> {
    let lower = expression.trim().to_lowercase();
    let expression = match lower.as_str() {
        "@hourly" => "0 * * * *",
        "@daily" | "@midnight" => "0 0 * * *",
        "@weekly" => "0 0 * * 0",
        "@monthly" => "0 0 1 * *",
        "@yearly" | "@annually" => "0 0 1 1 *",
        fields => fields,
    };
    let parts: Vec<&str> = expression.split_whitespace().collect();
    if parts.len() != FIELDS.len() {
        return None;
    }
    let mut numbers = Map::new();
    for ((name, low, high), part) in FIELDS.iter().zip(parts) {
        let mut allowed = BTreeSet::new();
        for item in part.split(',') {
            let values = numbers_of(item, name, *low, *high)?;
            allowed.extend(values.map(|value| if *name == "weekday" { value % 7 } else { value }));
        }
        numbers.insert((*name).to_owned(), allowed.into_iter().collect());
    }
    Some(Value::Object(numbers))
}

/// Returns the numbers of '*', '5', '1-5', '*/15' or '10-20/5'.
fn numbers_of(
    item: &str,
    field: &str,
    low: u32,
    high: u32,
) -> Option<impl Iterator<Item = u32> + use<>> {
    let (span, step) = match item.split_once('/') {
        Some((span, step)) => (span, Some(number(step, "")?)),
        None => (item, None),
    };
    let (start, end) = match span.split_once('-') {
        Some((start, end)) => (number(start, field)?, number(end, field)?),
        None if span == "*" => (low, high - u32::from(field == "weekday")),
        None => {
            let start = number(span, field)?;
            (start, if step.is_some() { high } else { start })
        }
    };
    let step = step.unwrap_or(1) as usize;
    let good = step > 0 && low <= start && start <= end && end <= high;
    good.then(|| (start..=end).step_by(step))
}

fn number(text: &str, field: &str) -> Option<u32> {
    let (names, first) = match field {
        "month" => (MONTHS, 1),
        "weekday" => (DAYS, 0),
        _ => ("", 0),
    };
    if let Some(at) = names.split_whitespace().position(|name| name == text) {
        return Some(at as u32 + first);
    }
    let plain = text.len() < 3 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}
