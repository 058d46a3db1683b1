//! A third opinion: which runs of one to three words stand in the whole prompt, and which words name its
//! holes, the function it stands in, the fields of the reply and what is done with it, hashed.
//!
//! Unlike `grams` it knows no notions and no clauses, so it errs where they do not. Its weights stand in
//! `rules/phrases.hex` (`scripts/fit/fit.py`).

use super::evidence::split_name;
use super::token::{Token, TokenKind, tokens};
use crate::prompt::{Message, Request, Schema, Use};

/// Number of buckets; a power of two.
pub const PHRASE_BUCKETS: usize = 1 << 16;

/// Fields of a reply that are nested deeper say no more about the work.
const DEEPEST: usize = 4;

/// The buckets that a request falls into, sorted, each once. `words` are the tokens of each message.
pub fn phrases(request: &Request, messages: &[Message], words: &[Vec<Token>]) -> Vec<u16> {
    let mut found = Found::default();
    for (message, words) in messages.iter().zip(words) {
        found.start(message.role.name());
        let mut hole = 0;
        for token in words {
            while message
                .holes
                .get(hole)
                .is_some_and(|(range, _)| range.end <= token.range.start)
            {
                hole += 1;
            }
            match message.holes.get(hole) {
                Some((range, _)) if range.start < token.range.start => {}
                Some((range, _)) if range.start == token.range.start => found.word("{}"),
                _ if token.kind == TokenKind::Number => found.word("0"),
                _ => found.word(&token.lower),
            }
        }
    }
    for hole in &request.prompt.holes {
        found.name("hole", &hole.name);
    }
    if let Some(function) = &request.function {
        let own = function.rsplit(['.', ':']).next();
        found.name("function", own.unwrap_or(function));
    }
    if let Some(schema) = &request.schema {
        fields(schema, 0, &mut found);
    }
    for used in &request.uses {
        found.start("use");
        found.word(use_name(&used.how));
    }
    found.buckets.sort_unstable();
    found.buckets.dedup();
    found.buckets
}

fn fields(schema: &Schema, depth: usize, found: &mut Found) {
    if depth > DEEPEST {
        return;
    }
    match schema {
        Schema::Object(fields_) => {
            for field in fields_ {
                found.name("field", &field.name);
                if let Some((text, _)) = &field.description {
                    for token in tokens(text) {
                        found.word(&token.lower);
                    }
                }
                fields(&field.schema, depth + 1, found);
            }
        }
        Schema::Array(inner) => {
            found.name("field", "list");
            fields(inner, depth + 1, found);
        }
        Schema::Enum(values) => {
            found.name("field", "enum");
            for value in values {
                found.name("value", value);
            }
        }
        Schema::Boolean => found.name("field", "boolean"),
        Schema::Integer { .. } | Schema::Number => found.name("field", "number"),
        Schema::Text { .. } | Schema::Any => {}
    }
}

fn use_name(used: &Use) -> &'static str {
    match used {
        Use::Number => "number",
        Use::Equals(_) => "equals",
        Use::In(_) => "in",
        Use::Contains(_) => "contains",
        Use::Json => "json",
        Use::Split => "split",
        Use::Date => "date",
        Use::Returned => "returned",
        Use::Shown => "shown",
        Use::OtherPrompt => "prompt",
        Use::Ignored => "ignored",
        Use::Passed(_) => "passed",
    }
}

/// The buckets found, and the last two words, which runs go on from.
#[derive(Default)]
struct Found {
    buckets: Vec<u16>,
    last: u64,
    before: u64,
}

impl Found {
    fn start(&mut self, kind: &str) {
        (self.last, self.before) = (hash(SEED, kind), 0);
    }

    fn word(&mut self, word: &str) {
        let own = hash(SEED, word);
        self.buckets.push(folded(own));
        self.buckets.push(folded(hash(self.last, word)));
        if self.before != 0 {
            self.buckets
                .push(folded(hash(self.before ^ self.last.rotate_left(17), word)));
        }
        (self.before, self.last) = (self.last, own);
    }

    /// The words of a name, as words of its kind too.
    fn name(&mut self, kind: &str, name: &str) {
        self.start(kind);
        let seed = self.last;
        for token in tokens(&split_name(name)) {
            self.buckets
                .push(folded(hash(seed.rotate_left(7), &token.lower)));
            self.word(&token.lower);
        }
    }
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, gone on with from a state.
fn hash(state: u64, text: &str) -> u64 {
    text.bytes().fold(state, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn folded(hash: u64) -> u16 {
    (hash ^ (hash >> 16) ^ (hash >> 32) ^ (hash >> 48)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_go_on_over_words_and_names_are_words_of_their_kind() {
        let run = |words: &[&str]| {
            let mut found = Found::default();
            found.start("user");
            words.iter().for_each(|word| found.word(word));
            found.buckets
        };
        let (one, other) = (run(&["sort", "by", "price"]), run(&["by", "sort", "price"]));
        assert_eq!(one.len(), 8, "three words, three pairs, two runs of three");
        assert_ne!(one, other, "their order counts");
        let mut named = Found::default();
        named.name("hole", "priceList");
        assert!(named.buckets.contains(&folded(hash(SEED, "price"))));
    }
}
