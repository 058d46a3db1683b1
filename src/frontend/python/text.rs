//! Decodes string literals and takes indentation away, keeping for every byte the place where it
//! stands in the file. Knows nothing of the tree.

use crate::ir::{Part, Run, Text};
use std::ops::Range;

/// A text that grows piece by piece.
#[derive(Default)]
pub(super) struct Growing {
    value: String,
    runs: Vec<Run>,
}

/// How the characters of a literal are to be read.
#[derive(Clone, Copy, Default)]
pub(super) struct Reading {
    /// `r"…"`: a backslash is a backslash.
    pub raw: bool,
    /// `f"…"`: doubled braces stand for one.
    pub format: bool,
}

impl Growing {
    pub(super) fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// Adds text that stands in the file from byte `source` on.
    pub(super) fn push(&mut self, text: &str, source: usize) {
        if text.is_empty() {
            return;
        }
        let (at, source) = (self.value.len() as u32, source as u32);
        let in_step = self
            .runs
            .last()
            .is_some_and(|run| source.checked_sub(run.source) == Some(at - run.at));
        if !in_step {
            self.runs.push(Run { at, source });
        }
        self.value.push_str(text);
    }

    /// Adds what one character of an escape stands for.
    fn push_char(&mut self, decoded: char, source: usize) {
        self.push(decoded.encode_utf8(&mut [0; 4]), source);
    }

    /// Adds the content of a literal, which stands in the file from byte `source` on.
    pub(super) fn decode(&mut self, content: &str, source: usize, reading: Reading) {
        let bytes = content.as_bytes();
        let (mut plain, mut at) = (0, 0);
        while at < bytes.len() {
            let special = match bytes[at] {
                b'\\' => !reading.raw,
                b'\r' => bytes.get(at + 1) == Some(&b'\n'),
                b'{' | b'}' => reading.format && bytes.get(at + 1) == Some(&bytes[at]),
                _ => false,
            };
            if !special {
                at += 1;
                continue;
            }
            self.push(&content[plain..at], source + plain);
            let (decoded, length) = match bytes[at] {
                b'\\' => escape(&content[at..]),
                b'\r' => (None, 1),
                brace => (Some(brace as char), 2),
            };
            if let Some(decoded) = decoded {
                self.push_char(decoded, source + at);
            }
            at += length;
            plain = at;
        }
        self.push(&content[plain..], source + plain);
    }

    pub(super) fn finish(self) -> Text {
        Text {
            value: self.value.into(),
            runs: self.runs,
        }
    }
}

/// What an escape stands for (`None`: nothing, a continued line) and how many bytes it takes.
fn escape(rest: &str) -> (Option<char>, usize) {
    let bytes = rest.as_bytes();
    let simple = |decoded| (Some(decoded), 2);
    match bytes.get(1) {
        Some(b'\n') => (None, 2),
        Some(b'\r') if bytes.get(2) == Some(&b'\n') => (None, 3),
        Some(b'n') => simple('\n'),
        Some(b't') => simple('\t'),
        Some(b'r') => simple('\r'),
        Some(b'\\') => simple('\\'),
        Some(b'\'') => simple('\''),
        Some(b'"') => simple('"'),
        Some(b'a') => simple('\x07'),
        Some(b'b') => simple('\x08'),
        Some(b'f') => simple('\x0c'),
        Some(b'v') => simple('\x0b'),
        Some(b'0'..=b'7') => {
            let digits = bytes[1..].iter().take(3);
            let length = digits
                .take_while(|byte| matches!(byte, b'0'..=b'7'))
                .count();
            number(&rest[1..1 + length], 8, 1 + length)
        }
        Some(b'x') => hexadecimal(rest, 2),
        Some(b'u') => hexadecimal(rest, 4),
        Some(b'U') => hexadecimal(rest, 8),
        Some(b'N') => named(rest),
        _ => (Some('\\'), 1),
    }
}

fn hexadecimal(rest: &str, digits: usize) -> (Option<char>, usize) {
    match rest.get(2..2 + digits) {
        Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            number(hex, 16, 2 + digits)
        }
        _ => (Some('\\'), 1),
    }
}

fn number(digits: &str, radix: u32, length: usize) -> (Option<char>, usize) {
    let code = u32::from_str_radix(digits, radix).ok();
    let decoded = code
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    (Some(decoded), length)
}

/// `\N{EM DASH}`. Only the names that prose uses are known; the whole table would weigh more than
/// all the rest of the frontend.
fn named(rest: &str) -> (Option<char>, usize) {
    let Some((name, _)) = rest
        .strip_prefix("\\N{")
        .and_then(|rest| rest.split_once('}'))
    else {
        return (Some('\\'), 1);
    };
    let wanted = name.to_ascii_uppercase();
    let decoded = NAMED
        .iter()
        .find(|(known, _)| *known == wanted)
        .map_or(char::REPLACEMENT_CHARACTER, |(_, decoded)| *decoded);
    (Some(decoded), name.len() + 4)
}

const NAMED: &[(&str, char)] = &[
    ("ACUTE ACCENT", '´'),
    ("BULLET", '•'),
    ("CHECK MARK", '✓'),
    ("CROSS MARK", '❌'),
    ("DEGREE SIGN", '°'),
    ("DOWNWARDS ARROW", '↓'),
    ("EM DASH", '—'),
    ("EN DASH", '–'),
    ("EURO SIGN", '€'),
    ("GREATER-THAN OR EQUAL TO", '≥'),
    ("HORIZONTAL ELLIPSIS", '…'),
    ("LEFT DOUBLE QUOTATION MARK", '“'),
    ("LEFT SINGLE QUOTATION MARK", '‘'),
    ("LEFTWARDS ARROW", '←'),
    ("LESS-THAN OR EQUAL TO", '≤'),
    ("MIDDLE DOT", '·'),
    ("MULTIPLICATION SIGN", '×'),
    ("NO-BREAK SPACE", '\u{a0}'),
    ("PLUS-MINUS SIGN", '±'),
    ("POUND SIGN", '£'),
    ("RIGHT DOUBLE QUOTATION MARK", '”'),
    ("RIGHT SINGLE QUOTATION MARK", '’'),
    ("RIGHTWARDS ARROW", '→'),
    ("UPWARDS ARROW", '↑'),
    ("WARNING SIGN", '⚠'),
    ("WHITE HEAVY CHECK MARK", '✅'),
    ("ZERO WIDTH SPACE", '\u{200b}'),
];

/// How a call takes indentation away.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Indentation {
    /// `textwrap.dedent`: what all lines share.
    Dedent,
    /// `inspect.cleandoc`, and what Python shows of a docstring: what all lines but the first
    /// share, and the blank lines around.
    Clean,
}

/// Stands for a hole while lines are measured: no white space, one character.
const HOLE: char = '\u{fffc}';

/// Takes the indentation of a literal's or template's lines away.
pub(super) fn unindent(parts: &mut [Part], how: Indentation) {
    let mut whole = String::new();
    for part in parts.iter() {
        match part {
            Part::Text(text) => whole.push_str(&text.value),
            Part::Hole(_) => whole.push(HOLE),
        }
    }
    let cuts = cuts(&whole, how);
    let mut offset = 0;
    for part in parts {
        match part {
            Part::Text(text) => {
                let length = text.value.len();
                *text = without(text, offset, &cuts);
                offset += length;
            }
            Part::Hole(_) => offset += HOLE.len_utf8(),
        }
    }
}

/// The stretches of `whole` that go away, in order.
fn cuts(whole: &str, how: Indentation) -> Vec<Range<usize>> {
    let lines = lines(whole);
    let indent = |line: &Range<usize>| {
        let content = &whole[line.clone()];
        content.len() - content.trim_start_matches([' ', '\t']).len()
    };
    let blank = |line: &Range<usize>| whole[line.clone()].trim().is_empty();
    let measured = usize::from(how == Indentation::Clean);
    let margin = lines
        .iter()
        .skip(measured)
        .filter(|line| !blank(line))
        .map(indent)
        .min()
        .unwrap_or(0);
    let kept = match how {
        Indentation::Dedent => 0..lines.len(),
        Indentation::Clean => {
            let first = lines.iter().position(|line| !blank(line));
            let last = lines.iter().rposition(|line| !blank(line));
            first.unwrap_or(0)..last.map_or(0, |last| last + 1)
        }
    };
    let mut cuts = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let next = lines.get(number + 1).map_or(whole.len(), |next| next.start);
        if !kept.contains(&number) {
            cuts.push(line.start..next);
        } else if blank(line) || (number < measured) {
            cuts.push(line.start..line.start + indent(line));
        } else {
            cuts.push(line.start..line.start + margin);
        }
        if how == Indentation::Clean && number + 1 == kept.end {
            cuts.push(line.end..next);
        }
    }
    cuts
}

/// The lines of `whole` without their ends.
fn lines(whole: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for end in memchr::memchr_iter(b'\n', whole.as_bytes()) {
        lines.push(start..end);
        start = end + 1;
    }
    lines.push(start..whole.len());
    lines
}

/// `text`, which begins at `offset` of the whole, without the cuts.
fn without(text: &Text, offset: usize, cuts: &[Range<usize>]) -> Text {
    let mut grown = Growing::default();
    let mut from = 0;
    for cut in cuts {
        let start = cut.start.saturating_sub(offset).min(text.value.len());
        let end = cut.end.saturating_sub(offset).min(text.value.len());
        if start > from {
            copy(text, from..start, &mut grown);
        }
        from = from.max(end);
    }
    copy(text, from..text.value.len(), &mut grown);
    grown.finish()
}

/// Adds a stretch of `text`, run by run.
fn copy(text: &Text, range: Range<usize>, into: &mut Growing) {
    for (number, run) in text.runs.iter().enumerate() {
        let at = run.at as usize;
        let next = text.runs.get(number + 1);
        let end = next.map_or(text.value.len(), |next| next.at as usize);
        let (start, end) = (at.max(range.start), end.min(range.end));
        if start < end {
            into.push(&text.value[start..end], run.source as usize + start - at);
        }
    }
}
