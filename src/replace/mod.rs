//! Puts a rule's replacement into the shape of one call: its language, the values that the prompt
//! states.
//!
//! This room knows nothing of how code is shown.

use crate::rules::{Judgement, Rule, Slot};
use crate::source::Language;

/// Source code that does a call's task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The language it is written in.
    pub language: &'static str,
    /// The code.
    pub code: String,
    /// The function to call.
    pub function: String,
    /// Packages it needs.
    pub dependencies: Vec<String>,
    /// What inputs it handles.
    pub covers: String,
    /// Where it may differ from the model.
    pub differs: String,
}

/// The replacement for a call in `language`; `None` where the rule has none for it.
pub fn instantiate(rule: &Rule, judgement: &Judgement, language: Language) -> Option<Replacement> {
    let name = match language {
        Language::Python => "python",
        Language::Rust => "rust",
        Language::TypeScript | Language::Tsx | Language::JavaScript => "typescript",
    };
    let found = rule
        .replacements
        .iter()
        .find(|replacement| replacement.language == name)?;
    Some(Replacement {
        language: name,
        code: filled(&found.code, judgement, name),
        function: found.function.clone(),
        dependencies: found.dependencies.clone(),
        covers: rule.covers.clone(),
        differs: rule.differs.clone(),
    })
}

/// The code with the call's values in its slots: lines that end in `slot: name`.
fn filled(code: &str, judgement: &Judgement, language: &str) -> String {
    let mut out = String::with_capacity(code.len());
    for line in code.lines() {
        let slot = line.rsplit_once("slot: ").map(|(_, name)| name.trim());
        let value = slot.and_then(|slot| {
            judgement
                .slots
                .iter()
                .find(|(name, _)| name == slot)
                .map(|(_, value)| value)
        });
        match (value, line.split_once(" = ")) {
            (Some(value), Some((before, _))) => {
                let end = if language == "python" { "" } else { ";" };
                out.push_str(&format!("{before} = {}{end}", literal(value, language)));
            }
            _ => out.push_str(without_mark(line)),
        }
        out.push('\n');
    }
    out
}

/// A line without its mark: `# slot: labels` is for us, not for the reader.
fn without_mark(line: &str) -> &str {
    match line.rfind("slot: ") {
        Some(at) => line[..at]
            .trim_end()
            .trim_end_matches(['#', '/'])
            .trim_end(),
        None => line,
    }
}

fn literal(value: &Slot, language: &str) -> String {
    let list = |items: Vec<String>| {
        let inner = items.join(", ");
        if language == "rust" {
            format!("&[{inner}]")
        } else {
            format!("[{inner}]")
        }
    };
    match value {
        Slot::Text(text) => quoted(text, language),
        Slot::List(texts) => list(texts.iter().map(|text| quoted(text, language)).collect()),
        Slot::Table(pairs) => {
            let pair = |(key, value): &(String, String)| match language {
                "rust" => format!("({}, {})", quoted(key, language), quoted(value, language)),
                _ => format!("{}: {}", quoted(key, language), quoted(value, language)),
            };
            let inner = pairs.iter().map(pair).collect::<Vec<_>>().join(", ");
            if language == "rust" {
                format!("&[{inner}]")
            } else {
                format!("{{{inner}}}")
            }
        }
    }
}

/// A string literal that all three languages read alike, but for the escapes of control characters.
fn quoted(text: &str, language: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() && language == "rust" => {
                out.push_str(&format!("\\u{{{:x}}}", c as u32))
            }
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
