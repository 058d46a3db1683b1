use serde_json::{Deserializer, Value};

/// Returns the longest JSON object or array in a text.
pub fn extract_json(text: &str) -> Option<Value> {
    let mut best = None;
    let mut longest = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find(['{', '[']) {
        at += start;
        let mut values = Deserializer::from_str(&text[at..]).into_iter::<Value>();
        if let Some(Ok(value)) = values.next() {
            let length = values.byte_offset();
            if length > longest {
                (best, longest) = (Some(value), length);
            }
            at += length;
        } else {
            at += 1;
        }
    }
    best
}
