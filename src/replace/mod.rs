//! Puts a rule's replacement into the shape of one call: its language, the values that the prompt
//! states.
//!
//! This room knows nothing of how code is shown.

use crate::frontend::typescript;
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

/// The languages that replacements are given in.
pub const LANGUAGES: &[&str] = &["python", "typescript", "javascript", "rust"];

/// The replacement for a call in `language`; `None` where the rule has none for it.
pub fn instantiate(rule: &Rule, judgement: &Judgement, language: Language) -> Option<Replacement> {
    let note = "check: not read from the prompt";
    replacement(rule, &judgement.slots, language.name(), note)
}

/// A rule's replacement in one of [`LANGUAGES`], for no call in particular.
pub fn unfilled(rule: &Rule, language: &str) -> Option<Replacement> {
    replacement(rule, &[], language, "set it to what your prompt says")
}

fn replacement(
    rule: &Rule,
    slots: &[(String, Slot)],
    language: &str,
    note: &str,
) -> Option<Replacement> {
    let language = *LANGUAGES.iter().find(|known| **known == language)?;
    let written = match language {
        "javascript" => "typescript",
        other => other,
    };
    let mut replacements = rule.replacements.iter();
    let found = replacements.find(|replacement| replacement.language == written)?;
    let code = filled(&found.code, slots, written, note);
    Some(Replacement {
        language,
        code: match language {
            "javascript" => typescript::untyped(&code),
            _ => code,
        },
        function: found.function.clone(),
        dependencies: found.dependencies.clone(),
        covers: rule.covers.clone(),
        differs: rule.differs.clone(),
    })
}

/// The code with the call's values in its slots: lines that end in `slot: name`. A slot for which there is
/// no value keeps its own, and says by the note that somebody must look.
fn filled(code: &str, slots: &[(String, Slot)], language: &str, note: &str) -> String {
    let mut out = String::with_capacity(code.len());
    for line in code.lines() {
        let Some((before, name)) = line.split_once(" slot: ") else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        let slot = slots.iter().find(|(slot, _)| slot == name.trim());
        match (slot, line.split_once(" = ")) {
            (Some((_, value)), Some((before, _))) => {
                let end = if language == "python" { "" } else { ";" };
                out.push_str(&format!("{before} = {}{end}\n", literal(value, language)));
            }
            _ => out.push_str(&format!("{before} {note}\n")),
        }
    }
    out
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
            // The first row of a key holds, as it does in a list of rules read from the top.
            let first = |(number, row): &(usize, &(String, String))| {
                pairs[..*number].iter().all(|(key, _)| *key != row.0)
            };
            let rows = pairs.iter().enumerate().filter(first);
            let inner = rows
                .map(|(_, row)| pair(row))
                .collect::<Vec<_>>()
                .join(", ");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_in_each_language() {
        let pairs = [("a\"b", "1"), ("c", "2"), ("c", "3")];
        let pairs = pairs.map(|(key, value)| (key.to_string(), value.to_string()));
        let table = Slot::Table(pairs.to_vec());
        let list = Slot::List(vec!["x\ny".into(), "é\u{1b}".into()]);
        for (value, language, wanted) in [
            (&table, "python", r#"{"a\"b": "1", "c": "2"}"#),
            (&table, "typescript", r#"{"a\"b": "1", "c": "2"}"#),
            (&table, "rust", r#"&[("a\"b", "1"), ("c", "2")]"#),
            (&list, "python", r#"["x\ny", "é\u001b"]"#),
            (&list, "rust", r#"&["x\ny", "é\u{1b}"]"#),
        ] {
            assert_eq!(literal(value, language), wanted);
        }
    }
}
