use serde_json::{Map, Value};

/// Returns the objects of a JSON array by the value of a field, or nothing if it is none.
pub fn group_items(document: &str, field: &str) -> Option<Map<String, Value>> {
    let records: Vec<Map<String, Value>> = serde_json::from_str(document).ok()?;
    let mut groups = Map::new();
    for record in records {
        let name = match record.get(field) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
        };
        let group = groups
            .entry(name)
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(members) = group {
            members.push(Value::Object(record));
        }
    }
    Some(groups)
}
