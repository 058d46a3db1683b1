use serde_json::Value;

/// Returns the JSON object or array in a broken text.
pub fn repair_json(text: &str) -> Option<Value> {
    let body = &text[text.find(['{', '['])?..];
    // Prose or a code fence may follow a value that is complete.
    let complete = body.matches(['{', '[']).count() <= body.matches(['}', ']']).count();
    let end = match body.rfind(['}', ']']) {
        Some(last) if complete => last + 1,
        _ => body.len(),
    };
    let mut body = body[..end].to_owned();
    if !body.contains('"') {
        body = body.replace(['“', '”'], "\"");
    }
    let parse = |text: &str| llm_json::loads(text, &Default::default()).ok();
    parse(&body).or_else(|| parse(&escape_line_breaks(&body)))
}

/// Escapes line breaks inside strings, which JSON does not allow.
fn escape_line_breaks(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let (mut in_string, mut after_backslash) = (false, false);
    for c in json.chars() {
        match c {
            '\n' if in_string => escaped.push_str("\\n"),
            '\r' if in_string => escaped.push_str("\\r"),
            _ => escaped.push(c),
        }
        in_string ^= c == '"' && !after_backslash;
        after_backslash = c == '\\' && !after_backslash;
    }
    escaped
}
