use serde_json::{Map, Value};

const ORDER: &str = "largest"; // slot: order

/// Returns the records of a JSON array with the largest numbers in a field.
pub fn top_n(document: &str, field: &str, count: i64) -> Option<Vec<Map<String, Value>>> {
    let records: Vec<Map<String, Value>> = serde_json::from_str(document).ok()?;
    let mut known: Vec<(f64, Map<String, Value>)> = records
        .into_iter()
        .filter_map(|record| Some((number(record.get(field)?)?, record)))
        .collect();
    known.sort_by(|(a, _), (b, _)| match ORDER {
        "largest" => b.total_cmp(a),
        _ => a.total_cmp(b),
    });
    known.truncate(usize::try_from(count).unwrap_or(0));
    Some(known.into_iter().map(|(_, record)| record).collect())
}

fn number(value: &Value) -> Option<f64> {
    let text = match value {
        Value::Number(number) => return number.as_f64(),
        Value::String(text) => text,
        _ => return None,
    };
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| text.parse().ok()).flatten()
}
