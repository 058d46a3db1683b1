use serde_json::{Map, Value};

/// Returns how often each value occurs, most frequent first.
pub fn count_by_group(values: &[&str]) -> Map<String, Value> {
    let mut counts: Vec<(String, &str, u64)> = Vec::new();
    for value in values.iter().map(|value| value.trim()) {
        let key = value.to_lowercase();
        if value.is_empty() {
            continue;
        }
        match counts.iter_mut().find(|(known, ..)| *known == key) {
            Some((.., count)) => *count += 1,
            None => counts.push((key, value, 1)),
        }
    }
    counts.sort_by_key(|(.., count)| std::cmp::Reverse(*count));
    let pairs = counts.into_iter();
    pairs
        .map(|(_, name, count)| (name.to_owned(), Value::from(count)))
        .collect()
}
