use serde_json::Value;

/// Returns a JSON document with its keys in snake_case, or nothing if it is no JSON.
pub fn rename_json_keys(document: &str) -> Option<String> {
    let value = serde_json::from_str(document).ok()?;
    Some(renamed(value).to_string())
}

fn renamed(value: Value) -> Value {
    match value {
        Value::Object(entries) => entries
            .into_iter()
            .map(|(key, item)| (snake(&key), renamed(item)))
            .collect(),
        Value::Array(items) => items.into_iter().map(renamed).collect(),
        plain => plain,
    }
}

fn snake(key: &str) -> String {
    let chars: Vec<char> = key.chars().collect();
    let mut out = String::new();
    for (i, &c) in chars.iter().enumerate() {
        if c.is_whitespace() || c == '-' {
            if !out.ends_with('_') {
                out.push('_');
            }
            continue;
        }
        let before = i.checked_sub(1).map(|before| chars[before]);
        let after_small = before.is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let ends_capitals = before.is_some_and(|b| b.is_ascii_uppercase())
            && chars.get(i + 1).is_some_and(char::is_ascii_lowercase);
        if c.is_ascii_uppercase() && (after_small || ends_capitals) {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}
