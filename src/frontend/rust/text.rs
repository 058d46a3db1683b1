//! Decodes string literals and takes indentation away, keeping for every byte the place where it
//! stands in the file. Knows nothing of the tree.

use crate::ir::{Run, Text};
use std::ops::Range;

/// A text that grows piece by piece.
#[derive(Default)]
pub(super) struct Growing {
    value: String,
    runs: Vec<Run>,
}

impl Growing {
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

    /// Adds a stretch of another text.
    pub(super) fn copy(&mut self, text: &Text, range: Range<usize>) {
        for (number, run) in text.runs.iter().enumerate() {
            let at = run.at as usize;
            let next = text.runs.get(number + 1);
            let end = next.map_or(text.value.len(), |next| next.at as usize);
            let (start, end) = (at.max(range.start), end.min(range.end));
            if start < end {
                self.push(&text.value[start..end], run.source as usize + start - at);
            }
        }
    }

    /// Adds the content of a literal with escapes, which stands from byte `source` on.
    fn decode(&mut self, content: &str, source: usize) {
        let (mut plain, mut at) = (0, 0);
        while let Some(found) = memchr::memchr2(b'\\', b'\r', &content.as_bytes()[at..]) {
            at += found;
            self.push(&content[plain..at], source + plain);
            let (decoded, length) = escape(&content[at..]);
            if let Some(decoded) = decoded {
                self.push(decoded.encode_utf8(&mut [0; 4]), source + at);
            }
            at += length;
            plain = at;
        }
        self.push(&content[plain..], source + plain);
    }

    /// Adds the content of a raw literal: only the line ends are read.
    fn decode_raw(&mut self, content: &str, source: usize) {
        let mut from = 0;
        for (at, _) in content.match_indices("\r\n") {
            self.push(&content[from..at], source + from);
            from = at + 1;
        }
        self.push(&content[from..], source + from);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    pub(super) fn finish(self) -> Text {
        Text {
            value: self.value.into(),
            runs: self.runs,
        }
    }
}

/// What the escape (or line end) that `rest` begins with stands for, and its length.
fn escape(rest: &str) -> (Option<char>, usize) {
    let bytes = rest.as_bytes();
    if bytes[0] == b'\r' {
        return match bytes.get(1) {
            Some(b'\n') => (None, 1),
            _ => (Some('\r'), 1),
        };
    }
    let simple = |decoded| (Some(decoded), 2);
    match bytes.get(1) {
        Some(b'n') => simple('\n'),
        Some(b't') => simple('\t'),
        Some(b'r') => simple('\r'),
        Some(b'0') => simple('\0'),
        Some(b'x') => number(rest.get(2..4), 4),
        Some(b'u') => match rest[2..].find('}') {
            Some(close) => number(rest.get(3..2 + close), 3 + close),
            None => simple('u'),
        },
        Some(b'\n' | b'\r') => {
            let skipped = rest[1..].trim_start_matches([' ', '\t', '\n', '\r']);
            (None, rest.len() - skipped.len())
        }
        Some(_) => {
            let decoded = rest[1..].chars().next();
            (decoded, 1 + decoded.map_or(0, char::len_utf8))
        }
        None => (Some('\\'), 1),
    }
}

fn number(digits: Option<&str>, length: usize) -> (Option<char>, usize) {
    let code = digits.and_then(|digits| u32::from_str_radix(&digits.replace('_', ""), 16).ok());
    let decoded = code.and_then(char::from_u32);
    (Some(decoded.unwrap_or(char::REPLACEMENT_CHARACTER)), length)
}

/// The text of a string or character literal token that stands from byte `source` on.
pub(super) fn literal(token: &str, source: usize) -> Option<Text> {
    let prefix = token.find(['"', '\''])?;
    let quote = &token[prefix..=prefix];
    let hashes = token[..prefix].matches('#').count();
    let end = token.rfind(quote)?;
    let content = token.get(prefix + 1..end)?;
    let mut text = Growing::default();
    match token[..prefix].contains('r') {
        true => text.decode_raw(content, source + prefix + 1),
        false => text.decode(content, source + prefix + 1),
    }
    debug_assert!(hashes == 0 || token[..prefix].contains('r'));
    Some(text.finish())
}

/// Where in the file the byte `at` of `text` stands.
pub(super) fn place(text: &Text, at: usize) -> Option<usize> {
    let run = text.runs.iter().rfind(|run| run.at as usize <= at)?;
    Some(run.source as usize + at - run.at as usize)
}

/// Several texts in one.
pub(super) fn joined<'t>(texts: impl IntoIterator<Item = &'t Text>) -> Text {
    let mut all = Growing::default();
    for text in texts {
        all.copy(text, 0..text.value.len());
    }
    all.finish()
}

/// How indentation is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Indentation {
    /// `indoc!`, `unindent`: the first line does not count, and goes away if it is blank.
    Indoc,
    /// `textwrap::dedent`: what all lines share.
    Dedent,
}

/// `text` without the indentation that its lines share.
pub(super) fn dedented(text: &Text, how: Indentation) -> Text {
    let value = &*text.value;
    let mut lines = Vec::new();
    let mut start = 0;
    for line in value.split_inclusive('\n') {
        lines.push(start..start + line.len());
        start += line.len();
    }
    let blank = |line: &Range<usize>| value[line.clone()].trim().is_empty();
    let indent = |line: &Range<usize>| {
        let line = value[line.clone()].trim_end_matches(['\n', '\r']);
        line.len() - line.trim_start_matches([' ', '\t']).len()
    };
    let unmeasured = usize::from(how == Indentation::Indoc);
    let measured = lines.iter().skip(unmeasured).filter(|line| !blank(line));
    let margin = measured.map(indent).min().unwrap_or(0);
    let mut out = Growing::default();
    for (number, line) in lines.iter().enumerate() {
        let cut = match (number < unmeasured, blank(line)) {
            (true, true) => continue,
            (true, false) => 0,
            (false, true) => indent(line),
            (false, false) => margin,
        };
        out.copy(text, line.start + cut..line.end);
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::{Indentation, dedented, literal};

    #[test]
    fn literals_decode() {
        let check = |token: &str, value: &str| {
            let text = literal(token, 100).expect("a literal");
            assert_eq!(&*text.value, value, "{token}");
        };
        check(r#""a\n\t\"b\\\u{e9}\x41""#, "a\n\t\"b\\éA");
        check("\"one \\\n      two\"", "one two");
        check("\"one\\\r\n\r\n   two\r\n\"", "onetwo\n");
        check("r##\"a\\n \"# b\"##", "a\\n \"# b");
        check("b\"x\"", "x");
        check("c\"x\"", "x");
        check("'\\''", "'");
        check("\"\"", "");
    }

    #[test]
    fn indentation_goes_away() {
        let text = literal("\"\n    one\n      two\n\n    \"", 0).expect("a literal");
        assert_eq!(
            &*dedented(&text, Indentation::Indoc).value,
            "one\n  two\n\n"
        );
        assert_eq!(
            &*dedented(&text, Indentation::Dedent).value,
            "\none\n  two\n\n"
        );
    }
}
