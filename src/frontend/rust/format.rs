//! The placeholders of `format!` and its like.

use super::text::{Growing, place};
use crate::ir::Text;
use std::ops::Range;

/// A piece of a format string.
#[derive(Debug)]
pub(super) enum Piece {
    /// Text, with doubled braces made one.
    Text(Text),
    /// A placeholder.
    Hole(Hole),
}

/// What a placeholder is filled with.
#[derive(Debug)]
pub(super) struct Hole {
    pub argument: Argument,
    /// The bytes of the file that name the argument, or of the whole placeholder.
    pub source: Range<usize>,
}

/// Which argument fills a placeholder.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Argument {
    /// By position.
    Number(usize),
    /// By name: a named argument or a variable in scope.
    Name(String),
}

/// The pieces of a format string.
pub(super) fn pieces(text: &Text) -> Vec<Piece> {
    let mut reading = Reading {
        text,
        pieces: Vec::new(),
        growing: Growing::default(),
        next_argument: 0,
    };
    reading.all();
    reading.pieces
}

struct Reading<'t> {
    text: &'t Text,
    pieces: Vec<Piece>,
    growing: Growing,
    next_argument: usize,
}

impl Reading<'_> {
    fn all(&mut self) {
        let value = &*self.text.value;
        let mut from = 0;
        while let Some(found) = value[from..].find(['{', '}']) {
            let at = from + found;
            let doubled = value.as_bytes().get(at + 1) == Some(&value.as_bytes()[at]);
            let close = value[at..].find('}').map(|close| at + close);
            match (&value[at..=at], close) {
                _ if doubled => {
                    self.growing.copy(self.text, from..at + 1);
                    from = at + 2;
                }
                ("{", Some(close)) => {
                    self.growing.copy(self.text, from..at);
                    self.hole(at, close);
                    from = close + 1;
                }
                _ => {
                    self.growing.copy(self.text, from..at + 1);
                    from = at + 1;
                }
            }
        }
        self.growing.copy(self.text, from..value.len());
        self.flush();
    }

    fn flush(&mut self) {
        let grown = std::mem::take(&mut self.growing);
        if !grown.is_empty() {
            self.pieces.push(Piece::Text(grown.finish()));
        }
    }

    fn hole(&mut self, open: usize, close: usize) {
        self.flush();
        let inside = &self.text.value[open + 1..close];
        let (argument, how) = inside.split_once(':').unwrap_or((inside, ""));
        // `{:.*}` takes its precision from the arguments first.
        if how.contains(".*") {
            self.next_argument += 1;
        }
        let name = argument.trim();
        let (argument, source) = match name.parse() {
            Ok(number) => (Argument::Number(number), open..close + 1),
            Err(_) if name.is_empty() => {
                self.next_argument += 1;
                (Argument::Number(self.next_argument - 1), open..close + 1)
            }
            Err(_) => {
                let start = open + 1 + argument.find(name).unwrap_or(0);
                let name_of = name.trim_start_matches("r#").to_string();
                (Argument::Name(name_of), start..start + name.len())
            }
        };
        let start = place(self.text, source.start).unwrap_or(0);
        let end = place(self.text, source.end - 1).map_or(start, |last| last + 1);
        let source = start..end.max(start);
        self.pieces.push(Piece::Hole(Hole { argument, source }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::literal;
    use super::{Argument, Piece, pieces};

    fn shown(format: &str) -> Vec<String> {
        let file = format!("\"{format}\"");
        pieces(&literal(&file, 0).expect("a literal"))
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.value.to_string(),
                Piece::Hole(hole) => match hole.argument {
                    Argument::Number(number) => format!("<{number}>{}", &file[hole.source]),
                    Argument::Name(name) => format!("<{name}>{}", &file[hole.source]),
                },
            })
            .collect()
    }

    #[test]
    fn placeholders_are_found() {
        assert_eq!(
            shown("a {} b {0:?} {name:>w$} {:.*}"),
            [
                "a ",
                "<0>{}",
                " b ",
                "<0>{0:?}",
                " ",
                "<name>name",
                " ",
                "<2>{:.*}"
            ]
        );
        assert_eq!(shown("{{\\\"k\\\": {v}}}"), ["{\"k\": ", "<v>v", "}"]);
        assert_eq!(shown("open { and } close"), ["open ", "<and>and", " close"]);
    }
}
