//! Words, numbers and signs of a text, with their places.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters and digits.
    Word,
    /// Digits alone.
    Number,
    /// One sign.
    Sign,
}

/// A token of a text.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its bytes.
    pub range: Range<usize>,
    /// Lower case.
    pub lower: Box<str>,
    /// What it is.
    pub kind: TokenKind,
}

impl AsRef<str> for Token {
    fn as_ref(&self) -> &str {
        &self.lower
    }
}

/// Whether a script writes words without spaces: each of its characters is a token.
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{0e00}'..='\u{0e7f}')
}

/// The tokens of `text`, in order: runs of letters and digits, single ideographs, single signs.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += text[at..].find(|c: char| !c.is_whitespace())?;
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let inside = |c: char| c.is_alphanumeric() && !is_ideograph(c) || is_mark(c);
        let length = if inside(first) {
            // An apostrophe between letters belongs to the word: don't.
            let mut end = rest.len();
            let mut chars = rest.char_indices().peekable();
            while let Some((index, c)) = chars.next() {
                let joined = matches!(c, '\'' | '’')
                    && chars.peek().is_some_and(|(_, next)| next.is_alphabetic())
                    && index > 0;
                if !inside(c) && !joined {
                    end = index;
                    break;
                }
            }
            end
        } else {
            first.len_utf8()
        };
        let range = at..at + length;
        at = range.end;
        let word = &text[range.clone()];
        let kind = match first {
            _ if word.bytes().all(|byte| byte.is_ascii_digit()) => TokenKind::Number,
            _ if first.is_alphanumeric() => TokenKind::Word,
            _ => TokenKind::Sign,
        };
        let lower = word.to_lowercase().replace('’', "'").into();
        Some(Token { range, lower, kind })
    })
}

/// Combining marks belong to the word they stand in.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{200c}' | '\u{200d}' | '\u{0900}'..='\u{097f}')
}
