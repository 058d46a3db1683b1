use csv::{ReaderBuilder, Trim};
use serde_json::{Map, Value};
use url::form_urlencoded;

const FORMAT: &str = "csv"; // slot: format

type Row = Map<String, Value>;

/// Returns the rows of a CSV table, of key-value lines or of a query string, as JSON.
pub fn parse_structured(text: &str) -> Value {
    let text = text.trim_start_matches('\u{feff}').trim();
    let rows = match FORMAT {
        "key-value" => pairs(text),
        "query" => vec![query(text)],
        _ => table(text),
    };
    let filled = rows.into_iter().filter(|row| !row.is_empty());
    filled.map(Value::Object).collect()
}

/// Reads lines of pairs; an empty line begins another row.
fn pairs(text: &str) -> Vec<Row> {
    let mut rows = vec![Row::new()];
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            rows.push(Row::new());
        }
        let Some((key, value)) = line.split_once(['=', ':']) else {
            continue;
        };
        let (key, value) = (key.trim(), value.trim());
        let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
        if let (false, false, Some(row)) = (key.is_empty(), key.starts_with('#'), rows.last_mut()) {
            row.insert(key.to_owned(), bare.unwrap_or(value).into());
        }
    }
    rows
}

fn query(text: &str) -> Row {
    let address = text.split('#').next().unwrap_or(text);
    let query = address.rsplit('?').next().unwrap_or(address);
    form_urlencoded::parse(query.as_bytes())
        .map(|(key, value)| (key.into_owned(), value.into_owned().into()))
        .collect()
}

/// Reads a table with the separator that is most frequent in its head.
fn table(text: &str) -> Vec<Row> {
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
        names.iter().enumerate().map(cell).collect()
    })
    .collect()
}
