use serde_json::{Map, Value};

/// Returns a JSON array of objects as a Markdown table, or nothing if it is no such array.
pub fn json_to_markdown_table(document: &str) -> Option<String> {
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
    let mut lines = vec![
        heads.iter().map(|head| escaped(head)).collect(),
        vec!["---".to_owned(); heads.len()],
    ];
    for record in &records {
        lines.push(heads.iter().map(|head| cell(record.get(*head))).collect());
    }
    let lines = lines
        .iter()
        .map(|line: &Vec<String>| format!("| {} |", line.join(" | ")));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => escaped(text),
        Some(value) => escaped(&value.to_string()),
    }
}

fn escaped(text: &str) -> String {
    text.replace('|', "\\|")
        .replace("\r\n", "<br>")
        .replace('\n', "<br>")
}
