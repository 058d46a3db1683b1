//! Where the characters of a decoded text stand in the file.

use crate::ir::Run;
use std::ops::Range;

/// The runs of `value`, which the bytes `span` of `source` decode to: quotes, escapes, indentation
/// and folded line ends are passed over.
pub fn runs(value: &str, source: &str, span: Range<usize>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = span.start;
    // Whether the last character stands just before `at`.
    let mut in_step = false;
    for (place, letter) in value.char_indices() {
        if let Some(length) = escape(source, at, span.end, letter) {
            at += length;
            in_step = false;
            continue;
        }
        let Some(found) = find(source, at, span.end, letter) else {
            in_step = false;
            continue;
        };
        if !in_step || found != at {
            runs.push(Run {
                at: place as u32,
                source: found as u32,
            });
        }
        at = found + letter.len_utf8();
        in_step = true;
    }
    if runs.is_empty() && !value.is_empty() {
        return Vec::new();
    }
    runs
}

/// Where a letter stands at or after `at`, with nothing but white space and marks before it.
fn find(source: &str, at: usize, end: usize, letter: char) -> Option<usize> {
    let rest = source.get(at..end)?;
    for (skipped, found) in rest.char_indices() {
        if found == letter {
            return Some(at + skipped);
        }
        // A folded line end is a space in the text.
        let passed = found.is_whitespace() || matches!(found, '"' | '\'' | '|' | '>' | '-' | '+');
        if letter == ' ' && found == '\n' || !passed {
            return None;
        }
    }
    None
}

/// The length of the escape that stands for a letter at `at`.
fn escape(source: &str, at: usize, end: usize, letter: char) -> Option<usize> {
    let rest = source.get(at..end)?.strip_prefix('\\')?;
    let first = rest.chars().next()?;
    if first == 'u' {
        return Some(if letter.len_utf16() == 2 { 12 } else { 6 });
    }
    let decoded = super::json::control(first).unwrap_or(first);
    (decoded == letter).then(|| 1 + first.len_utf8())
}
