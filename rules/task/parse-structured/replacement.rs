use serde_json::{Map, Value};

/// What separates pairs that stand on one line; when empty, each has a line of its own.
const SEPARATOR: &str = ""; // slot: separator

/// Returns the rows of a text of pairs as JSON; an empty line or a section begins another row.
pub fn parse_structured(text: &str) -> Vec<Value> {
    let text = text.trim_start_matches('\u{feff}');
    let separator = if SEPARATOR.is_empty() {
        "\n"
    } else {
        SEPARATOR
    };
    let mut rows = vec![Map::new()];
    for line in text.split(separator).map(str::trim) {
        if line.is_empty() || (line.starts_with('[') && line.ends_with(']')) {
            rows.push(Map::new());
            continue;
        }
        let Some((key, value)) = line.split_once(['=', ':']) else {
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
        let known = !key.is_empty() && !key.starts_with('#');
        if let (true, Some(row)) = (known, rows.last_mut()) {
            row.insert(key.to_owned(), bare.unwrap_or(value).into());
        }
    }
    rows.retain(|row| !row.is_empty());
    rows.into_iter().map(Value::Object).collect()
}
