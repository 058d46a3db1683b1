//! The bounds of a reply, as far as the code proves them: a closed set, a form, a cap.

use super::{Bounded, Evidence};
use crate::prompt::{Request, Schema, Use};
use crate::task::{Task, reply_values};

/// How many values of a closed set are spelt out as its witness.
const SPELT: usize = 6;

/// What bounds the reply; `None` where nothing does.
pub fn bounded(request: &Request, task: &Task) -> Option<Bounded> {
    let values = reply_values(request);
    let is_number = || {
        let read_as_number = |used: &crate::prompt::Used| used.how == Use::Number;
        request.uses.iter().any(read_as_number) || task.features.get("says-number") > 0.0
    };
    let kind = match request.schema {
        _ if values.is_some() => "enum",
        Some(Schema::Boolean) => "boolean",
        Some(Schema::Integer { .. } | Schema::Number) => "number",
        Some(Schema::Object(_) | Schema::Array(_)) => "json",
        _ if task.features.get("says-yes-no") > 0.0 => "boolean",
        _ if is_number() => "number",
        _ if request.parameters.contains_key("max_tokens") => "text",
        _ => return None,
    };
    Some(Bounded { kind, values })
}

/// What proves the bounds: the schema, what code does with the reply, the cap.
pub fn witnesses(request: &Request) -> Vec<Evidence> {
    let mut found = Vec::new();
    if let Some(schema) = &request.schema {
        let text = match schema {
            Schema::Enum(values) => format!("the schema allows {}", set(values)),
            Schema::Boolean => "the schema allows true or false".to_string(),
            Schema::Integer { min, max } => format!("the schema asks for {}", range(*min, *max)),
            Schema::Number => "the schema asks for a number".to_string(),
            _ => "the reply is bound to a schema".to_string(),
        };
        found.push(Evidence {
            kind: "schema",
            text,
            span: request.schema_span,
        });
    }
    for used in &request.uses {
        let text = match &used.how {
            Use::Number => "the reply is converted to a number".to_string(),
            Use::Equals(values) => format!("the reply is compared with {}", set(values)),
            Use::In(values) => format!("the reply is looked up in {}", set(values)),
            Use::Date => "the reply is read as a date".to_string(),
            _ => continue,
        };
        found.push(Evidence {
            kind: "consumer",
            text,
            span: Some(used.span),
        });
    }
    if let Some(cap) = request.parameters.get("max_tokens") {
        found.push(Evidence {
            kind: "parameter",
            text: format!("max_tokens {cap}"),
            span: None,
        });
    }
    found
}

/// `"yes"`, or `3 values: a, b, c`.
fn set(values: &[String]) -> String {
    match values {
        [only] => format!("{only:?}"),
        _ => {
            let shown: Vec<&str> = values.iter().take(SPELT).map(String::as_str).collect();
            let more = if values.len() > SPELT { ", …" } else { "" };
            format!("{} values: {}{more}", values.len(), shown.join(", "))
        }
    }
}

fn range(min: Option<i64>, max: Option<i64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("a whole number from {min} to {max}"),
        (Some(min), None) => format!("a whole number from {min} on"),
        (None, Some(max)) => format!("a whole number up to {max}"),
        (None, None) => "a whole number".to_string(),
    }
}
