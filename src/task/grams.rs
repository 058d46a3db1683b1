//! An independent second opinion: which words and letter groups a prompt holds, hashed.
//!
//! Beside the words stand the notions that were read, alone, in pairs and as frames: they say the same in
//! every language and to every writer. Its weights are fitted offline (`scripts/fit/fit.py`) and stand in
//! `rules/grams.hex`. It is averaged with the reading's own score, never used alone.

use super::frame::{Frame, Origin, Zone};
use super::lexicon::{Notion, Notions};
use super::segment::{Clause, ClauseKind, TermKind};
use super::token::{TokenKind, tokens};
use crate::prompt::Message;

/// Number of buckets; a power of two.
pub const BUCKETS: usize = 1 << 15;

/// The buckets that a prompt's instructions fall into, sorted, each once.
pub fn grams(
    messages: &[Message],
    clauses: &[Clause],
    frames: &[Frame],
    notions: &Notions,
) -> Vec<u16> {
    let mut found = Vec::new();
    for clause in clauses {
        meant(clause, notions, &mut found);
    }
    for frame in frames {
        work(frame, notions, &mut found);
    }
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

/// The notions of a clause, alone and with the one before.
fn meant(clause: &Clause, notions: &Notions, found: &mut Vec<u16>) {
    let mut before = clause.kind.name();
    found.push(bucket(&["k", before]));
    for term in &clause.terms {
        let names = term.notions.iter().filter_map(|notion| match notion {
            Notion::Action(action) => Some(notions.actions[*action as usize].0.as_str()),
            Notion::Object(object) => Some(notions.objects[*object as usize].0.as_str()),
            Notion::Modifier(manner) => Some(manner.name()),
            Notion::Contract(form) => Some(form.name()),
            _ => None,
        });
        let mut last = None;
        for name in names {
            found.push(bucket(&["n", name]));
            found.push(bucket(&["m", before, " ", name]));
            last = Some(name);
        }
        before = match term.kind {
            TermKind::Hole(_) => "{}",
            TermKind::Quoted => "''",
            TermKind::Number => "0",
            TermKind::Sign => continue,
            TermKind::Word if term.is_plumbing() => continue,
            TermKind::Word => last.unwrap_or("?"),
        };
    }
}

/// A frame's action with each of its objects.
fn work(frame: &Frame, notions: &Notions, found: &mut Vec<u16>) {
    let origin = match frame.origin {
        Origin::Clause(_) => "c",
        Origin::Field => "f",
        Origin::Name => "n",
    };
    let action = frame
        .action
        .map_or("-", |action| notions.actions[action as usize].0.as_str());
    found.push(bucket(&["a", origin, action, frame.kind.name()]));
    for (object, zone) in &frame.objects {
        let zone = match zone {
            Zone::Target => "",
            Zone::To => ">",
            Zone::From => "<",
        };
        let object = notions.objects[*object as usize].0.as_str();
        found.push(bucket(&["o", origin, zone, object]));
        found.push(bucket(&["f", origin, action, zone, object]));
    }
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
