use csv::{ReaderBuilder, Trim};
use serde_json::Value;

/// Returns the rows of a CSV table, with the names of its head line as keys, as JSON.
pub fn parse_csv(text: &str) -> Vec<Value> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let head = text.lines().next().unwrap_or_default();
    let separator = [b'|', b'\t', b';', b','] // of equals, the last
        .into_iter()
        .max_by_key(|separator| head.matches(char::from(*separator)).count())
        .unwrap_or(b',');
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let names = reader.headers().cloned().unwrap_or_default();
    let rows = reader.records().filter_map(Result::ok);
    rows.map(|row| {
        let cell = |(index, name): (usize, &str)| {
            let value = row.get(index).unwrap_or_default();
            (name.to_owned(), value.into())
        };
        Value::Object(names.iter().enumerate().map(cell).collect())
    })
    .collect()
}
