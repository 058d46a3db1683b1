//! What a replacement takes from the call: labels, a table, a fixed answer.

use super::Slot;
use crate::prompt::Request;
use crate::task::{ClauseKind, Task, TermKind, reply_values};

/// The values for a replacement's slots, as far as the prompt states them.
pub fn slots(request: &Request, task: &Task) -> Vec<(String, Slot)> {
    let mut found = Vec::new();
    let table = table(task);
    if table.len() > 1 {
        found.push(("table".to_string(), Slot::Table(table)));
    }
    if let Some(values) = reply_values(request) {
        found.push(("labels".to_string(), Slot::List(values)));
    }
    if let Some(text) = constant(task) {
        found.push(("constant".to_string(), Slot::Text(text)));
    }
    found
}

/// The pairs of the mapping lines.
fn table(task: &Task) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for clause in task
        .clauses
        .iter()
        .filter(|clause| clause.kind == ClauseKind::Mapping)
    {
        let text = &task.messages[clause.message].text[clause.range.clone()];
        let arrow = ["→", "=>", "->", "⇒", " = "]
            .iter()
            .find_map(|arrow| text.split_once(arrow));
        if let Some((left, right)) = arrow {
            let clean = |side: &str| {
                side.trim()
                    .trim_matches(['"', '\'', '`', ',', ';', '.'])
                    .to_string()
            };
            pairs.push((clean(left), clean(right)));
        }
    }
    pairs
}

/// The one quoted text of a prompt without holes.
pub fn constant(task: &Task) -> Option<String> {
    if task.features.get("no-hole") <= 0.0 {
        return None;
    }
    let mut quoted = task.clauses.iter().flat_map(|clause| {
        clause
            .terms
            .iter()
            .filter(|term| term.kind == TermKind::Quoted)
            .map(|term| {
                task.messages[clause.message].text[term.range.clone()]
                    .trim_matches(['"', '\'', '`', '“', '”', '«', '»', '„'])
                    .to_string()
            })
    });
    let first = quoted.next()?;
    quoted.next().is_none().then_some(first)
}
