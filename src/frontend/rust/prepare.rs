//! Makes a file fit for the parser: what it cannot read at all (marks of merge conflicts, nesting
//! that would overflow its stack, broken items) is blanked with spaces, so that every offset stays.
//! Knows no IR.

use super::recover;
use super::scan::{self, Kind, Piece};
use proc_macro2::{LineColumn, TokenStream};
use std::ops::Range;
use std::str::FromStr;

/// How many brackets may lie in each other; what lies deeper is blanked.
const DEEPEST: usize = 200;
/// How many tokens may wait for each other in the parser's recursion: an upper bound of its depth.
const HEAVIEST: usize = 4_000;

/// A file as the parser gets it.
pub(super) struct Source<'t> {
    /// As many bytes as the file from `base` on.
    pub text: std::borrow::Cow<'t, str>,
    /// How many bytes of the file stand before `text`: the byte order mark and the `#!` line.
    pub base: usize,
    /// What was blanked, in bytes of the file.
    pub broken: Vec<Range<usize>>,
    /// The comments of the file, in bytes of the file.
    pub comments: Vec<Range<usize>>,
    /// An upper bound of the parser's recursion.
    pub weight: usize,
}

/// Reads `file` far enough to know how to parse it.
pub(super) fn source(file: &str) -> Source<'_> {
    let base = start(file);
    let text = &file[base..];
    let pieces = scan::pieces(text);
    let nesting = nesting(text, &pieces);
    let comments = pieces
        .iter()
        .filter(|piece| piece.kind == Kind::Comment)
        .map(|piece| base + piece.range.start..base + piece.range.end)
        .collect();
    let mut source = Source {
        text: text.into(),
        base,
        broken: Vec::new(),
        comments,
        weight: nesting.weight,
    };
    source.blank_all(nesting.too_deep);
    source
}

impl Source<'_> {
    /// The syntax tree of what can be had. Blanks what breaks it.
    pub(super) fn parse(&mut self) -> Option<syn::File> {
        if let Ok(file) = parse(&self.text) {
            return Some(file);
        }
        self.blank_all(conflict_marks(&self.text));
        let broken = recover::broken_items(&self.text);
        self.blank_all(broken);
        let parsed = parse(&self.text);
        if parsed.is_err() {
            self.blank(0..self.text.len());
        }
        parsed.ok()
    }

    /// The places of the parsed text's lines.
    pub(super) fn lines(&self) -> Lines {
        let mut lines = Lines {
            starts: vec![self.base],
            uneven: Vec::new(),
        };
        let mut start = 0;
        for (number, line) in self.text.split_inclusive('\n').enumerate() {
            if !line.is_ascii() {
                let widths = line.char_indices().map(|(at, _)| at as u32);
                lines.uneven.push((number, widths.collect()));
            }
            start += line.len();
            lines.starts.push(self.base + start);
        }
        lines
    }

    fn blank_all(&mut self, ranges: Vec<Range<usize>>) {
        for range in ranges {
            self.blank(range);
        }
    }

    fn blank(&mut self, range: Range<usize>) {
        self.text = blanked(&self.text, range.clone()).into();
        let (start, end) = (self.base + range.start, self.base + range.end);
        self.broken.push(start..end);
    }
}

/// From the parser's lines and columns, which count characters, to bytes of the file. The parser
/// can give bytes too, but remembers every place that was asked for in a tree.
pub(super) struct Lines {
    /// Where each line begins.
    starts: Vec<usize>,
    /// The lines whose characters are not bytes, by number, with where each of them stands.
    uneven: Vec<(usize, Vec<u32>)>,
}

impl Lines {
    /// The byte of a place.
    pub(super) fn byte(&self, place: LineColumn) -> usize {
        let number = place.line.saturating_sub(1);
        let last = self.starts.len() - 1;
        let start = self.starts[number.min(last)];
        let uneven = self.uneven.binary_search_by_key(&number, |(line, _)| *line);
        let Ok(uneven) = uneven else {
            return start + place.column;
        };
        match self.uneven[uneven].1.get(place.column) {
            Some(offset) => start + *offset as usize,
            None => self.starts[(number + 1).min(last)],
        }
    }
}

/// The syntax tree of `text`, whole.
fn parse(text: &str) -> syn::Result<syn::File> {
    let tokens = TokenStream::from_str(text)?;
    syn::parse2(tokens)
}

/// `text` with spaces for every byte of `range` but its line ends.
pub(super) fn blanked(text: &str, range: Range<usize>) -> String {
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..range.start]);
    for byte in text[range.clone()].bytes() {
        out.push(if byte == b'\n' { '\n' } else { ' ' });
    }
    out.push_str(&text[range.end..]);
    out
}

/// Where Rust begins: behind a byte order mark, a `#!` line and a cargo script's front matter.
fn start(file: &str) -> usize {
    let mut at = if file.starts_with('\u{feff}') { 3 } else { 0 };
    let rest = &file[at..];
    if rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[') {
        at += rest.find('\n').unwrap_or(rest.len());
    }
    let rest = file[at..].trim_start();
    if let Some(matter) = rest.strip_prefix("---") {
        let close = matter.find("\n---").map_or(0, |close| close + 7);
        at = file.len() - rest.len() + close;
    }
    at
}

/// The lines that a merge left behind. Both sides stay.
fn conflict_marks(text: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let mark = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "]
            .iter()
            .any(|mark| line.starts_with(mark));
        if mark {
            marks.push(at..at + line.trim_end().len());
        }
        at += line.len();
    }
    let whole = marks.iter().any(|mark| text[mark.clone()].starts_with('<'));
    if whole { marks } else { Vec::new() }
}

/// How deep a file nests.
#[derive(Default)]
struct Nesting {
    weight: usize,
    too_deep: Vec<Range<usize>>,
}

/// An open bracket.
struct Open {
    at: usize,
    /// Tokens since the last separator: each may be a level of recursion (`!!!!x`, `a + b + c`).
    tokens: usize,
    /// The same before the last separator, for the `else` that goes on after a brace.
    before: usize,
}

/// Measures how deep `text` nests, and finds what is too deep.
fn nesting(text: &str, pieces: &[Piece]) -> Nesting {
    let mut measure = Measure {
        open: vec![Open {
            at: 0,
            tokens: 0,
            before: 0,
        }],
        total: 0,
        blanking: None,
        found: Nesting::default(),
    };
    for piece in pieces {
        match piece.kind {
            Kind::Comment => {}
            Kind::Literal => measure.token(),
            Kind::Code => measure.code(&text[piece.range.clone()], piece.range.start),
        }
    }
    if let Some(at) = measure.blanking {
        measure.found.too_deep.push(at..text.len());
    }
    measure.found
}

struct Measure {
    open: Vec<Open>,
    total: usize,
    /// Where the bracket begins whose content is too deep.
    blanking: Option<usize>,
    found: Nesting,
}

impl Measure {
    fn code(&mut self, code: &str, start: usize) {
        let mut word = None;
        for (at, byte) in code.bytes().enumerate() {
            if byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80 {
                word.get_or_insert(at);
                continue;
            }
            if let Some(from) = word.take() {
                self.word(&code[from..at]);
            }
            match byte {
                b'(' | b'[' | b'{' => self.opens(start + at),
                b')' | b']' | b'}' => self.closes(start + at, byte),
                b';' | b',' => self.separates(),
                byte if byte.is_ascii_whitespace() => {}
                _ => self.token(),
            }
        }
        if let Some(from) = word {
            self.word(&code[from..]);
        }
    }

    fn word(&mut self, word: &str) {
        if word == "else"
            && let Some(open) = self.open.last_mut()
            && open.tokens == 0
        {
            open.tokens = open.before;
            self.total += open.before;
        }
        self.token();
    }

    fn token(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.tokens += 1;
        }
        self.total += 1;
        if self.blanking.is_some() {
            return;
        }
        if self.open.len() > DEEPEST || self.total > HEAVIEST {
            self.blanking = self.open.last().map(|open| open.at);
        } else {
            self.found.weight = self.found.weight.max(self.total);
        }
    }

    fn separates(&mut self) {
        if let Some(open) = self.open.last_mut() {
            self.total -= open.tokens;
            open.before = open.tokens;
            open.tokens = 0;
        }
    }

    fn opens(&mut self, at: usize) {
        self.token();
        self.open.push(Open {
            at: at + 1,
            tokens: 0,
            before: 0,
        });
    }

    fn closes(&mut self, at: usize, byte: u8) {
        if self.open.len() == 1 {
            return;
        }
        self.separates();
        let Some(open) = self.open.pop() else {
            return;
        };
        if self.blanking == Some(open.at) {
            self.blanking = None;
            self.found.too_deep.push(open.at..at);
        }
        if byte == b'}' {
            self.separates();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{source, start};

    #[test]
    fn rust_begins_behind_marks() {
        assert_eq!(start("\u{feff}fn a() {}"), 3);
        assert_eq!(start("#!/usr/bin/env cargo\nfn a() {}"), 20);
        assert_eq!(start("#![allow(x)]\nfn a() {}"), 0);
        assert_eq!(start("#!/x\n---\na = 1\n---\nfn a() {}"), 18);
    }

    #[test]
    fn depth_is_bounded() {
        let parens = format!("fn a() {{ {}1{} }}", "(".repeat(300), ")".repeat(300));
        let found = source(&parens);
        assert_eq!(found.broken.len(), 1);
        assert_eq!(found.text.len(), parens.len());
        let negations = format!("fn a() {{ {}x; }} fn b() {{}}", "!".repeat(50_000));
        let mut found = source(&negations);
        assert_eq!(found.broken.len(), 1);
        assert_eq!(found.parse().map(|file| file.items.len()), Some(2));
    }

    #[test]
    fn long_lists_are_not_deep() {
        let list = format!("const A: &[i32] = &[{}];", "1, ".repeat(100_000));
        let found = source(&list);
        assert!(found.broken.is_empty() && found.weight < 50);
    }
}
