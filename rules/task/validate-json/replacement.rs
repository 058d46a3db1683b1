use serde_json::Value;

const FIELDS: &[&str] = &[]; // slot: fields

/// Returns whether a text is JSON and, if fields are required, an object that has them.
pub fn validate_json(text: &str) -> bool {
    let has = |value: &Value, field: &str| value.get(field).is_some_and(|found| !found.is_null());
    serde_json::from_str::<Value>(text)
        .is_ok_and(|value| FIELDS.iter().all(|field| has(&value, field)))
}
