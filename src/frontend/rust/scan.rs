//! Tells comments, literals and code apart without a parser, which drops comments and refuses
//! broken files. Knows no more of Rust than where its strings and comments end.

use std::ops::Range;

/// What a stretch of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `//`, `///`, `/* */` with its marks, without the line's end.
    Comment,
    /// A string or character literal with its prefix and quotes.
    Literal,
    /// All between.
    Code,
}

/// A stretch of a file.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub kind: Kind,
    pub range: Range<usize>,
}

/// The pieces of `text` in order, without gaps.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let bytes = text.as_bytes();
    let (mut pieces, mut code, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let Some((kind, end)) = special(text, at) else {
            at = plain(bytes, at);
            continue;
        };
        if code < at {
            let range = code..at;
            pieces.push(Piece {
                kind: Kind::Code,
                range,
            });
        }
        pieces.push(Piece {
            kind,
            range: at..end,
        });
        (at, code) = (end, end);
    }
    if code < bytes.len() {
        let range = code..bytes.len();
        pieces.push(Piece {
            kind: Kind::Code,
            range,
        });
    }
    pieces
}

/// The comment or literal that begins at `at`, and where it ends.
fn special(text: &str, at: usize) -> Option<(Kind, usize)> {
    let bytes = text.as_bytes();
    let next = bytes.get(at + 1).copied();
    match (bytes[at], next) {
        (b'/', Some(b'/')) => Some((Kind::Comment, line_end(bytes, at))),
        (b'/', Some(b'*')) => Some((Kind::Comment, block_end(bytes, at))),
        (b'"', _) => Some((Kind::Literal, string_end(bytes, at + 1))),
        (b'\'', _) => character_end(text, at).map(|end| (Kind::Literal, end)),
        (b'r', Some(b'"' | b'#')) => raw_end(bytes, at + 1).map(|end| (Kind::Literal, end)),
        (b'b' | b'c', Some(b'"')) => Some((Kind::Literal, string_end(bytes, at + 2))),
        (b'b' | b'c', Some(b'r')) => raw_end(bytes, at + 2).map(|end| (Kind::Literal, end)),
        (b'b', Some(b'\'')) => character_end(text, at + 1).map(|end| (Kind::Literal, end)),
        _ => None,
    }
}

/// Where the next byte that may begin something special stands: a whole word is stepped over, so
/// that the `r` of `for"` begins nothing.
fn plain(bytes: &[u8], at: usize) -> usize {
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
    let length = bytes[at..].iter().take_while(|byte| word(byte)).count();
    at + length.max(1)
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    let end = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |found| at + found);
    match bytes[..end].last() {
        Some(b'\r') => end - 1,
        _ => end,
    }
}

fn block_end(bytes: &[u8], at: usize) -> usize {
    let (mut depth, mut next) = (0usize, at);
    while next < bytes.len() {
        match &bytes[next..bytes.len().min(next + 2)] {
            b"/*" => (depth, next) = (depth + 1, next + 2),
            b"*/" => (depth, next) = (depth - 1, next + 2),
            _ => next += 1,
        }
        if depth == 0 {
            return next;
        }
    }
    bytes.len()
}

fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = memchr::memchr2(b'"', b'\\', &bytes[at..]) {
        at += found + 1;
        if bytes[at - 1] == b'"' {
            return at;
        }
        at = bytes.len().min(at + 1);
    }
    bytes.len()
}

/// The end of a raw string whose `#`s begin at `at`; `None` for a raw identifier.
fn raw_end(bytes: &[u8], at: usize) -> Option<usize> {
    let hashes = bytes[at..].iter().take_while(|byte| **byte == b'#').count();
    let mut at = at + hashes;
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    at += 1;
    while let Some(found) = memchr::memchr(b'"', &bytes[at..]) {
        at += found + 1;
        let closing = bytes[at..].iter().take(hashes);
        if closing.filter(|byte| **byte == b'#').count() == hashes {
            return Some(at + hashes);
        }
    }
    Some(bytes.len())
}

/// The end of the character literal whose quote stands at `at`; `None` for a lifetime.
fn character_end(text: &str, at: usize) -> Option<usize> {
    let mut rest = text[at + 1..].chars();
    let first = rest.next()?;
    if first != '\\' {
        let end = at + 1 + first.len_utf8();
        return (rest.next() == Some('\'') && first != '\'').then_some(end + 1);
    }
    let escaped = at + 2 + rest.next()?.len_utf8();
    let close = memchr::memchr2(b'\'', b'\n', &text.as_bytes()[escaped..])?;
    Some(escaped + close + 1)
}

#[cfg(test)]
mod tests {
    use super::{Kind, pieces};

    fn of(kind: Kind, text: &str) -> Vec<&str> {
        pieces(text)
            .into_iter()
            .filter(|piece| piece.kind == kind)
            .map(|piece| &text[piece.range])
            .collect()
    }

    #[test]
    fn literals_and_comments_are_told_apart() {
        let text = r###"let a = "// no"; // yes "q"
fn f<'a>(x: &'a str) -> char { '"' } /* a /* b */ c */
let r#type = r#"a " /* "#; let b = b'\''; let c = '\u{1F600}'; let d = br"\"; let e = 'é';"###;
        assert_eq!(
            of(Kind::Comment, text),
            ["// yes \"q\"", "/* a /* b */ c */"]
        );
        assert_eq!(
            of(Kind::Literal, text),
            [
                "\"// no\"",
                "'\"'",
                "r#\"a \" /* \"#",
                "b'\\''",
                "'\\u{1F600}'",
                "br\"\\\"",
                "'é'"
            ]
        );
    }

    #[test]
    fn unfinished_literals_end_with_the_file() {
        for text in [
            "\"abc\\",
            "r#\"abc\"",
            "/* /* */",
            "'",
            "b'",
            "'\\",
            "r##",
            "\"é",
        ] {
            let all: String = pieces(text)
                .into_iter()
                .map(|piece| &text[piece.range])
                .collect();
            assert_eq!(all, text);
        }
    }
}
