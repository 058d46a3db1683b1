use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde_json::{Value, json};

static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^(?:Exception in thread "[^"\n]*" |Uncaught |Caused by: )?"#,
        r"([A-Za-z_][A-Za-z0-9_.$]*",
        r"(?:Error|Exception|Interrupt|Exit|Warning|Iteration|Throwable))(?:: ([^\n]*))?$",
    ))
    .expect("the pattern is valid")
});
static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r#"(?m)^[ \t]*File "([^"\n]+)", line ([0-9]+)(?:, in ([^\n]+))?$"#,
        r"|^[ \t]+at (?:(?:async )?([^()\n]+) )?\(?([^()\n]+?):([0-9]+):[0-9]+\)?$",
        r"|^[ \t]+at ([^()\n]+)\(([^:()\n]+)(?::([0-9]+))?\)$",
    ))
    .expect("the pattern is valid")
});

/// Returns type, message and frames of a stack trace, as JSON.
pub fn parse_stack_trace(trace: &str) -> Option<Value> {
    let text = trace.replace("\r\n", "\n");
    let mut heads = HEAD.captures_iter(&text);
    // Python prints the exception below its frames.
    let head = if text.contains("Traceback (most recent call last)") {
        heads.last()?
    } else {
        heads.next()?
    };
    let message = head.get(2).map_or("", |message| message.as_str());
    let frames: Vec<Value> = FRAME
        .captures_iter(&text)
        .map(|found| frame(&found))
        .collect();
    Some(json!({ "type": &head[1], "message": message, "frames": frames }))
}

fn frame(found: &Captures) -> Value {
    let first = |groups: [usize; 3]| {
        let mut found = groups.iter().filter_map(|group| found.get(*group));
        found.next().map_or("", |part| part.as_str())
    };
    let line: u64 = first([2, 6, 9]).parse().unwrap_or_default();
    json!({ "function": first([3, 4, 7]), "file": first([1, 5, 8]), "line": line })
}
