//! The placeholders of template texts, whatever their syntax. Knows nothing of what fills them.

use super::flat::{Flat, Piece};
use crate::ir::FormatStyle;
use crate::source::Span;
use std::ops::Range;

/// Which placeholders a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// `{name}`, `{}`, `{0}`; doubled braces stand for one.
    Brace,
    /// `{{name}}`.
    Mustache,
    /// `%s`, `%(name)s`.
    Percent,
    /// `$name`, `${name}`.
    Dollar,
}

impl From<FormatStyle> for Syntax {
    fn from(style: FormatStyle) -> Syntax {
        match style {
            FormatStyle::Brace => Syntax::Brace,
            FormatStyle::Percent => Syntax::Percent,
            FormatStyle::Dollar => Syntax::Dollar,
        }
    }
}

/// A segment of a template text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// Text that stands as it is.
    Text(Range<usize>),
    /// A placeholder: a name, a number, or nothing.
    Hole(Range<usize>, String),
}

/// Takes a template text apart.
pub(super) fn segments(text: &str, syntax: Syntax) -> Vec<Segment> {
    let mut out = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while at < text.len() {
        let Some((keep, length, name)) = special(&text[at..], syntax) else {
            at += 1;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        };
        if plain < at + keep {
            out.push(Segment::Text(plain..at + keep));
        }
        if let Some(name) = name {
            out.push(Segment::Hole(at..at + length, name));
        }
        at += length;
        plain = at;
    }
    if plain < text.len() {
        out.push(Segment::Text(plain..text.len()));
    }
    out
}

/// What stands at the start of `rest`: how many bytes of it are text, how many it takes, and the
/// placeholder's name.
fn special(rest: &str, syntax: Syntax) -> Option<(usize, usize, Option<String>)> {
    let bytes = rest.as_bytes();
    let doubled = bytes.len() > 1 && bytes[0] == bytes[1];
    match (syntax, bytes[0]) {
        (Syntax::Brace, b'{' | b'}') | (Syntax::Percent, b'%') | (Syntax::Dollar, b'$')
            if doubled =>
        {
            Some((1, 2, None))
        }
        (Syntax::Brace, b'{') => brace(rest),
        (Syntax::Mustache, b'{') if doubled => mustache(rest),
        (Syntax::Percent, b'%') => percent(rest),
        (Syntax::Dollar, b'$') => dollar(rest),
        _ => None,
    }
}

fn brace(rest: &str) -> Option<(usize, usize, Option<String>)> {
    let close = rest.find('}')?;
    let inside = &rest[1..close];
    let name = inside.split(['.', '[', '!', ':']).next()?.trim();
    let fits = name
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    let whole = inside.len() < 80 && !inside.contains(['\n', '{', '"']);
    (fits && whole).then(|| (0, close + 1, Some(name.to_string())))
}

fn mustache(rest: &str) -> Option<(usize, usize, Option<String>)> {
    let triple = rest.starts_with("{{{");
    let (open, close) = match triple {
        true => (3, "}}}"),
        false => (2, "}}"),
    };
    let end = rest.find(close)?;
    let inside = rest.get(open..end)?.trim();
    if inside.len() > 80 || inside.contains(['\n', '{', '"']) {
        return None;
    }
    let length = end + close.len();
    // Marks of sections and comments are no text and hold no value.
    if inside.starts_with(['#', '/', '!', '^', '>']) {
        return Some((0, length, None));
    }
    let name = inside.split('|').next()?.trim();
    let fits = !name.is_empty() && !name.contains(char::is_whitespace);
    fits.then(|| (0, length, Some(name.to_string())))
}

fn percent(rest: &str) -> Option<(usize, usize, Option<String>)> {
    let mut at = 1;
    let mut name = String::new();
    if rest[at..].starts_with('(') {
        let close = rest.find(')')?;
        name = rest[2..close].to_string();
        at = close + 1;
    }
    let flags = rest[at..]
        .find(|letter: char| !matches!(letter, '-' | '+' | '#' | '0'..='9' | '.' | '*'))?;
    at += flags;
    let kind = rest[at..].chars().next()?;
    let fits = "diouxXeEfFgGcrsa".contains(kind);
    fits.then(|| (0, at + 1, Some(name)))
}

fn dollar(rest: &str) -> Option<(usize, usize, Option<String>)> {
    let (open, rest_of) = match rest.strip_prefix("${") {
        Some(inside) => (2, inside),
        None => (1, &rest[1..]),
    };
    let length = rest_of
        .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .unwrap_or(rest_of.len());
    let name = &rest_of[..length];
    if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let closed = match open {
        2 => rest_of[length..].starts_with('}') as usize,
        _ => 0,
    };
    (open == 1 || closed == 1).then(|| (0, open + length + closed, Some(name.to_string())))
}

/// Fills the placeholders of a text; `fill` is asked for each name and place.
pub(super) fn filled(
    flat: &Flat,
    syntax: Syntax,
    mut fill: impl FnMut(&str, Option<Span>) -> Vec<Flat>,
) -> Vec<Flat> {
    let mut out = vec![Flat {
        media: flat.media,
        ..Flat::default()
    }];
    for piece in &flat.pieces {
        let Piece::Text(text, span) = piece else {
            out.iter_mut().for_each(|flat| flat.push(piece.clone()));
            continue;
        };
        let place = |range: &Range<usize>| {
            span.map(|span| {
                let at = |byte: usize| span.start + byte as u32;
                Span::new(span.file, at(range.start), at(range.end))
            })
        };
        for segment in segments(text, syntax) {
            match segment {
                Segment::Text(range) => {
                    let span = place(&range);
                    let piece = Piece::Text(text[range].to_string(), span);
                    out.iter_mut().for_each(|flat| flat.push(piece.clone()));
                }
                Segment::Hole(range, name) => {
                    let values = fill(&name, place(&range));
                    out = super::flat::joined(out, &values);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Segment, Syntax, segments};

    fn shown(text: &str, syntax: Syntax) -> String {
        segments(text, syntax)
            .into_iter()
            .map(|segment| match segment {
                Segment::Text(range) => text[range].to_string(),
                Segment::Hole(_, name) => format!("<{name}>"),
            })
            .collect()
    }

    #[test]
    fn placeholders_are_found() {
        for (text, syntax, expected) in [
            ("é {a.b!r:>3} {} {{x}} {", Syntax::Brace, "é <a> <> {x} {"),
            (
                "{\"k\": 1} {{\"k\": {v}}}",
                Syntax::Brace,
                "{\"k\": 1} {\"k\": <v>}",
            ),
            (
                "%s, %(name)s, 5%% %d%",
                Syntax::Percent,
                "<>, <name>, 5% <>%",
            ),
            ("$a ${b} $$5 $5", Syntax::Dollar, "<a> <b> $5 $5"),
            (
                "{{ a }} {{#each x}}{{{b}}}{{/each}} {c}",
                Syntax::Mustache,
                "<a> <b> {c}",
            ),
        ] {
            assert_eq!(shown(text, syntax), expected, "{text}");
        }
    }
}
