//! An independent second opinion: which words and letter groups a prompt holds, hashed.
//!
//! It knows nothing of notions or clauses; its weights are fitted offline (`scripts/fit/fit.py`) and
//! stand in `rules/grams.hex`. It is averaged with the reading's own score, never used alone.

use super::segment::{Clause, ClauseKind, TermKind};
use super::token::{TokenKind, tokens};
use crate::prompt::Message;

/// Number of buckets; a power of two.
pub const BUCKETS: usize = 1 << 15;

/// The buckets that a prompt's instructions fall into, sorted, each once.
pub fn grams(messages: &[Message], clauses: &[Clause]) -> Vec<u16> {
    let mut found = Vec::new();
    for clause in clauses {
        if matches!(clause.kind, ClauseKind::Data | ClauseKind::Example) {
            continue;
        }
        let text = &messages[clause.message].text;
        let mut before = String::from("^");
        let mut at = clause.range.start;
        for term in clause
            .terms
            .iter()
            .filter(|term| matches!(term.kind, TermKind::Hole(_)))
        {
            words(&text[at..term.range.start], &mut before, &mut found);
            word("{}", &mut before, &mut found);
            at = term.range.end;
        }
        words(&text[at..clause.range.end], &mut before, &mut found);
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn words(text: &str, before: &mut String, found: &mut Vec<u16>) {
    for token in tokens(text) {
        match token.kind {
            TokenKind::Number => word("0", before, found),
            TokenKind::Sign => {
                found.push(bucket(&["s", &token.lower]));
            }
            TokenKind::Word => {
                letters(&token.lower, found);
                word(&token.lower, before, found);
            }
        }
    }
}

fn word(text: &str, before: &mut String, found: &mut Vec<u16>) {
    found.push(bucket(&["w", text]));
    found.push(bucket(&["b", before, " ", text]));
    before.clear();
    before.push_str(text);
}

/// Groups of four and five letters, with the word's ends marked.
fn letters(word: &str, found: &mut Vec<u16>) {
    let marked: Vec<char> = std::iter::once('<')
        .chain(word.chars())
        .chain(Some('>'))
        .collect();
    for size in [4, 5] {
        for group in marked.windows(size) {
            let text: String = group.iter().collect();
            found.push(bucket(&["c", &text]));
        }
    }
}

/// FNV-1a, folded to the number of buckets.
fn bucket(parts: &[&str]) -> u16 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in parts.iter().flat_map(|part| part.bytes()) {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    ((hash >> 15) ^ hash) as u16 & (BUCKETS as u16 - 1)
}
