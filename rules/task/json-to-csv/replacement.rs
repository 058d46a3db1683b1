use csv::{ReaderBuilder, WriterBuilder};
use serde_json::{Map, Value};

const TARGET: &str = "csv"; // slot: target

/// Returns a JSON array of objects as CSV (or CSV as JSON), or nothing if it is no such array.
pub fn json_to_csv(document: &str) -> Option<String> {
    if TARGET == "json" {
        return from_csv(document);
    }
    let records: Vec<Map<String, Value>> = serde_json::from_str(document).ok()?;
    let mut heads: Vec<&str> = Vec::new();
    for key in records.iter().flat_map(|record| record.keys()) {
        if !heads.contains(&key.as_str()) {
            heads.push(key);
        }
    }
    if heads.is_empty() {
        return Some(String::new());
    }
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    writer.write_record(&heads).ok()?;
    for record in &records {
        let cells = heads.iter().map(|head| cell(record.get(*head)));
        writer.write_record(cells).ok()?;
    }
    String::from_utf8(writer.into_inner().ok()?).ok()
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    }
}

fn from_csv(document: &str) -> Option<String> {
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .from_reader(document.as_bytes());
    let heads = reader.headers().ok()?.clone();
    let mut objects = Vec::new();
    for row in reader.records() {
        let row = row.ok()?;
        let field = |i: usize| Value::from(row.get(i).unwrap_or(""));
        let pairs = heads
            .iter()
            .enumerate()
            .map(|(i, head)| (head.to_owned(), field(i)));
        objects.push(Value::Object(pairs.collect()));
    }
    Some(Value::Array(objects).to_string())
}
