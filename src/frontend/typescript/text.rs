//! String and template literals: decodes them and remembers where each byte stands.

use super::{Lowering, kid, kids};
use crate::ir::{ExprId, ExprKind, Part, Run, Text};
use tree_sitter::Node;

/// A text under construction.
#[derive(Default)]
struct Decoder {
    value: String,
    runs: Vec<Run>,
    /// Whether the last run stands for an escape, whose bytes are not those of the file.
    escaped: bool,
}

impl Decoder {
    /// Adds bytes that stand as they are at `source`.
    fn copy(&mut self, text: &str, source: usize) {
        let goes_on = self.runs.last().is_some_and(|run| {
            !self.escaped && source as u32 - run.source == self.value.len() as u32 - run.at
        });
        if text.is_empty() && !self.runs.is_empty() {
            return;
        }
        if !goes_on {
            self.run(source);
        }
        self.escaped = false;
        self.value.push_str(text);
    }

    /// Adds the character that the escape at `source` stands for.
    fn escape(&mut self, decoded: char, source: usize) {
        self.run(source);
        self.escaped = true;
        self.value.push(decoded);
    }

    fn run(&mut self, source: usize) {
        let at = self.value.len() as u32;
        self.runs.pop_if(|run| run.at >= at);
        self.runs.push(Run {
            at,
            source: source as u32,
        });
    }

    fn finish(self) -> Text {
        Text {
            value: self.value.into(),
            runs: self.runs,
        }
    }
}

/// Decodes `text[start..end]`, the inside of a literal.
fn decode(text: &str, start: usize, end: usize) -> Text {
    let mut decoder = Decoder::default();
    let mut from = start;
    decoder.copy("", start);
    while let Some(found) = memchr::memchr2(b'\\', b'\r', &text.as_bytes()[from..end]) {
        let at = from + found;
        decoder.copy(&text[from..at], from);
        from = if text.as_bytes()[at] == b'\r' {
            // A template's line ends are `\n` whatever the file's are.
            if text[at..end].starts_with("\r\n") {
                at + 1
            } else {
                decoder.escape('\n', at);
                at + 1
            }
        } else {
            let (decoded, length) = escape(&text[at..end]);
            if let Some(decoded) = decoded {
                decoder.escape(decoded, at);
            }
            at + length
        };
    }
    decoder.copy(&text[from..end], from);
    decoder.finish()
}

/// Takes `text[start..end]` as it stands.
fn verbatim(text: &str, start: usize, end: usize) -> Text {
    let mut decoder = Decoder::default();
    decoder.copy(&text[start..end], start);
    decoder.finish()
}

/// What the escape that `rest` begins with stands for, and its length in bytes.
fn escape(rest: &str) -> (Option<char>, usize) {
    let Some(mark) = rest[1..].chars().next() else {
        return (None, 1);
    };
    let plain = |decoded| (Some(decoded), 1 + mark.len_utf8());
    match mark {
        'n' => plain('\n'),
        't' => plain('\t'),
        'r' => plain('\r'),
        'b' => plain('\u{8}'),
        'f' => plain('\u{c}'),
        'v' => plain('\u{b}'),
        '0' if !rest[2..].starts_with(|next: char| next.is_ascii_digit()) => plain('\0'),
        'x' => hex(rest, 2, 2).map_or(plain('x'), |(code, length)| (char::from_u32(code), length)),
        'u' => unicode(rest).unwrap_or(plain('u')),
        '\r' if rest[2..].starts_with('\n') => (None, 3),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => (None, 1 + mark.len_utf8()),
        _ => plain(mark),
    }
}

/// `\uXXXX`, a pair of surrogates, `\u{X…}`; half a pair alone becomes the replacement character.
fn unicode(rest: &str) -> Option<(Option<char>, usize)> {
    if rest[2..].starts_with('{') {
        let close = rest.find('}')?;
        let code = u32::from_str_radix(&rest[3..close], 16).ok()?;
        let decoded = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
        return Some((Some(decoded), close + 1));
    }
    let (high, length) = hex(rest, 2, 4)?;
    if let Some(decoded) = char::from_u32(high) {
        return Some((Some(decoded), length));
    }
    let low = rest[length..]
        .starts_with("\\u")
        .then(|| hex(rest, length + 2, 4))
        .flatten();
    if let Some((low @ 0xdc00..0xe000, length)) = low
        && high < 0xdc00
    {
        let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
        return Some((char::from_u32(code), length));
    }
    Some((Some(char::REPLACEMENT_CHARACTER), length))
}

/// The number that `digits` hex digits from byte `at` on make, and where they end.
fn hex(rest: &str, at: usize, digits: usize) -> Option<(u32, usize)> {
    let digits = rest.get(at..at + digits)?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let code = u32::from_str_radix(digits, 16).ok()?;
    Some((code, at + digits.len()))
}

impl<'t> Lowering<'t> {
    /// A string literal's text.
    pub(super) fn string_text(&self, node: Node<'t>) -> Text {
        let (start, end) = self.inside_quotes(node);
        decode(self.text, start, end)
    }

    /// The text of a JSX attribute, which knows no escapes.
    pub(super) fn attribute_text(&self, node: Node<'t>) -> Text {
        let (start, end) = self.inside_quotes(node);
        verbatim(self.text, start, end)
    }

    /// The bytes between the quotes; a literal that is broken off has only the first.
    fn inside_quotes(&self, node: Node<'t>) -> (usize, usize) {
        let source = self.source(node);
        let closed = source.len() >= 2
            && source.starts_with(['"', '\'', '`'])
            && source.as_bytes().first() == source.as_bytes().last();
        let start = node.start_byte() + usize::from(!source.is_empty());
        let end = node.end_byte() - usize::from(closed);
        (start.min(end), end)
    }

    /// A name as it stands in the file, as a text (an enum's member without value).
    pub(super) fn verbatim_text(&self, node: Node<'t>) -> Text {
        verbatim(self.text, node.start_byte(), node.end_byte())
    }

    pub(super) fn template(&mut self, node: Node<'t>) -> ExprId {
        let parts = self.template_parts(node, decode);
        self.template_of(parts, node)
    }

    /// A template whose tag keeps its text: `String.raw`.
    pub(super) fn raw_template(&mut self, node: Node<'t>) -> ExprId {
        let parts = self.template_parts(node, verbatim);
        self.template_of(parts, node)
    }

    /// A template whose tag or function takes away its indentation.
    pub(super) fn dedented(&mut self, node: Node<'t>) -> ExprId {
        let parts = match node.kind() {
            "template_string" => self.template_parts(node, decode),
            _ => vec![Part::Text(self.string_text(node))],
        };
        let parts = dedent(self.text, parts);
        self.template_of(parts, node)
    }

    fn template_of(&mut self, mut parts: Vec<Part>, node: Node<'t>) -> ExprId {
        let kind = match parts.len() {
            0 => ExprKind::Text(decode(
                self.text,
                node.start_byte() + 1,
                node.start_byte() + 1,
            )),
            1 if matches!(parts[0], Part::Text(_)) => match parts.remove(0) {
                Part::Text(text) => ExprKind::Text(text),
                Part::Hole(hole) => ExprKind::Template(vec![Part::Hole(hole)]),
            },
            _ => ExprKind::Template(parts),
        };
        self.push(kind, node)
    }

    fn template_parts(
        &mut self,
        node: Node<'t>,
        read: fn(&str, usize, usize) -> Text,
    ) -> Vec<Part> {
        let (mut from, end) = self.inside_quotes(node);
        let mut parts = Vec::new();
        for kid in kids(node) {
            if !matches!(kid.kind(), "template_substitution" | "template_type") {
                continue;
            }
            let until = kid.start_byte().max(from);
            if until > from {
                parts.push(Part::Text(read(self.text, from, until)));
            }
            parts.push(Part::Hole(self.hole(kid)));
            from = kid.end_byte();
        }
        if end > from {
            parts.push(Part::Text(read(self.text, from, end)));
        }
        parts
    }

    fn hole(&mut self, node: Node<'t>) -> ExprId {
        match kid(node) {
            Some(inside) if node.kind() == "template_type" => self.of_type(inside),
            Some(inside) => self.expr(inside),
            None => self.push(ExprKind::Opaque(Vec::new()), node),
        }
    }

    /// The name that an object's key, a member or a method is written as, where it is literal.
    pub(super) fn key(&self, node: Node<'t>) -> Option<Box<str>> {
        match node.kind() {
            "string" => Some(self.string_text(node).value),
            "computed_property_name" => {
                let inside = kid(node)?;
                matches!(inside.kind(), "string" | "template_string")
                    .then(|| self.key(inside))
                    .flatten()
            }
            "template_string" => kids(node)
                .iter()
                .all(|part| part.kind() != "template_substitution")
                .then(|| self.string_text(node).value),
            "property_identifier"
            | "private_property_identifier"
            | "identifier"
            | "type_identifier"
            | "shorthand_property_identifier"
            | "shorthand_property_identifier_pattern"
            | "number" => Some(self.source(node).into()),
            _ => None,
        }
    }
}

/// Takes the common indentation away from all lines, and the blank lines at both ends.
fn dedent(file: &str, mut parts: Vec<Part>) -> Vec<Part> {
    let margin = margin(file, &parts);
    for part in &mut parts {
        if let Part::Text(text) = part {
            *text = keep(text, &indents(file, text, margin));
        }
    }
    if let Some(Part::Text(text)) = parts.first_mut() {
        let blank = text.value.len() - text.value.trim_start().len();
        *text = keep(text, &std::iter::once(0..blank).collect::<Vec<_>>());
    }
    if let Some(Part::Text(text)) = parts.last_mut() {
        let end = text.value.trim_end().len();
        *text = keep(
            text,
            &std::iter::once(end..text.value.len()).collect::<Vec<_>>(),
        );
    }
    parts.retain(|part| !matches!(part, Part::Text(text) if text.value.is_empty()));
    parts
}

/// The least indentation of a line that holds anything.
fn margin(file: &str, parts: &[Part]) -> usize {
    let mut least = usize::MAX;
    for (at, part) in parts.iter().enumerate() {
        let Part::Text(text) = part else { continue };
        for start in line_starts(file, text) {
            let line = &text.value[start..];
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            let rest = &line[indent..];
            let blank = rest.starts_with('\n') || (rest.is_empty() && at + 1 == parts.len());
            if !blank {
                least = least.min(indent);
            }
        }
    }
    if least == usize::MAX { 0 } else { least }
}

/// Where lines of the file begin inside the text; the text's own start is no line's start.
fn line_starts(file: &str, text: &Text) -> Vec<usize> {
    memchr::memchr_iter(b'\n', text.value.as_bytes())
        .filter(|at| matches!(byte_of(file, text, *at), Some(b'\n' | b'\r')))
        .map(|at| at + 1)
        .collect()
}

/// The byte of the file that byte `at` of the text stands at.
fn byte_of(file: &str, text: &Text, at: usize) -> Option<u8> {
    let next = text.runs.partition_point(|run| run.at as usize <= at);
    let run = text.runs.get(next.checked_sub(1)?)?;
    let source = run.source as usize + at - run.at as usize;
    file.as_bytes().get(source).copied()
}

fn indents(file: &str, text: &Text, margin: usize) -> Vec<std::ops::Range<usize>> {
    line_starts(file, text)
        .into_iter()
        .map(|start| {
            let line = &text.value[start..];
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            start..start + indent.min(margin)
        })
        .collect()
}

/// The text without some of its bytes; `drop` is sorted.
fn keep(text: &Text, drop: &[std::ops::Range<usize>]) -> Text {
    let mut value = String::new();
    let mut runs: Vec<Run> = Vec::new();
    let mut from = 0;
    let ends = drop.iter().map(|range| (range.start, range.end));
    for (until, next) in ends.chain(std::iter::once((text.value.len(), text.value.len()))) {
        if from < until || runs.is_empty() {
            carry(text, from..until, value.len(), &mut runs);
            value.push_str(&text.value[from..until]);
        }
        from = next;
    }
    Text {
        value: value.into(),
        runs,
    }
}

/// Adds the runs of a stretch of `text` that comes to stand at byte `at`.
fn carry(text: &Text, stretch: std::ops::Range<usize>, at: usize, runs: &mut Vec<Run>) {
    let (start, end) = (stretch.start as u32, stretch.end as u32);
    let first = text.runs.partition_point(|run| run.at <= start);
    let inside = text.runs[first.saturating_sub(1)..]
        .iter()
        .take_while(|run| run.at < end || run.at <= start);
    for run in inside {
        let begins = run.at.max(start);
        let moved = Run {
            at: at as u32 + begins - start,
            source: run.source + begins - run.at,
        };
        runs.pop_if(|earlier| earlier.at >= moved.at);
        runs.push(moved);
    }
}
