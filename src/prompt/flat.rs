//! Text as it is put together: pieces that know their place, and parts known only at run time.
//! Knows nothing of expressions: it only joins pieces and lays them out as messages.

use super::{Hole, HoleReason, Message, Role, SourceRun};
use crate::index::FnRef;
use crate::ir::Text;
use crate::source::{FileId, Span};

/// How many alternatives of a text are followed.
pub(super) const MOST_VARIANTS: usize = 8;
/// How long a text may grow.
pub(super) const LONGEST: usize = 1 << 20;
/// How many pieces a text may have.
const MOST_PIECES: usize = 4096;

/// A part known only at run time, with what a wrapper's caller may know of it.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub hole: Hole,
    /// The parameter that it is, or is taken from.
    pub origin: Option<Origin>,
    /// Why it is not known, in plain words, where that matters.
    pub why: Option<String>,
}

/// A parameter of a function of the project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    pub function: FnRef,
    /// Whether it is the parameter itself, not a part of it.
    pub whole: bool,
}

/// A piece of a text.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Known text; if it has a place, the file's bytes there are the text.
    Text(String, Option<Span>),
    /// A part known only at run time.
    Open(Open),
    /// Who says what follows, by the name that a template has for it.
    Role(String),
}

/// One alternative of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat {
    pub pieces: Vec<Piece>,
    /// Whether an image, sound or file goes along.
    pub media: bool,
    pub length: usize,
}

impl Flat {
    /// Known text that does not stand in the source.
    pub fn plain(text: &str) -> Flat {
        let mut flat = Flat::default();
        flat.push(Piece::Text(text.to_string(), None));
        flat
    }

    /// A part known only at run time.
    pub fn open(open: Open) -> Flat {
        let mut flat = Flat::default();
        flat.push(Piece::Open(open));
        flat
    }

    /// A literal of `file`, whose content is `source`.
    pub fn literal(file: FileId, source: &str, text: &Text) -> Flat {
        let mut flat = Flat::default();
        for (number, run) in text.runs.iter().enumerate() {
            let end = match text.runs.get(number + 1) {
                Some(next) => next.at as usize,
                None => text.value.len(),
            };
            if let Some(stretch) = text.value.get(run.at as usize..end) {
                flat.stretch(file, source, stretch, run.source as usize);
            }
        }
        if text.runs.is_empty() {
            flat.push(Piece::Text(text.value.to_string(), None));
        }
        flat
    }

    /// Adds text that stands at byte `at` of the file, but for escapes, which have no place.
    fn stretch(&mut self, file: FileId, source: &str, text: &str, at: usize) {
        let same = |found: char, place: usize| {
            source
                .get(at + place..)
                .is_some_and(|rest| rest.starts_with(found))
        };
        let (mut from, mut alike) = (0, None);
        for (place, found) in text.char_indices() {
            let stands = same(found, place);
            if alike.is_some_and(|alike| alike != stands) {
                self.part(file, text, from..place, at, alike == Some(true));
                from = place;
            }
            alike = Some(stands);
        }
        self.part(file, text, from..text.len(), at, alike == Some(true));
    }

    fn part(
        &mut self,
        file: FileId,
        text: &str,
        range: std::ops::Range<usize>,
        at: usize,
        stands: bool,
    ) {
        let place = |byte: usize| (at + byte) as u32;
        let span = stands.then(|| Span::new(file, place(range.start), place(range.end)));
        self.push(Piece::Text(text[range].to_string(), span));
    }

    /// Adds a piece, unless the text is as long as it may be.
    pub fn push(&mut self, piece: Piece) {
        if let Piece::Text(text, _) = &piece {
            if text.is_empty() || self.length + text.len() > LONGEST {
                return;
            }
            self.length += text.len();
        }
        if self.pieces.len() < MOST_PIECES {
            self.pieces.push(piece);
        }
    }

    /// Adds all of another text.
    pub fn extend(&mut self, other: &Flat) {
        self.media |= other.media;
        for piece in &other.pieces {
            self.push(piece.clone());
        }
    }

    /// Whether it holds nothing but white space.
    pub fn is_blank(&self) -> bool {
        let blank = |piece: &Piece| match piece {
            Piece::Text(text, _) => text.trim().is_empty(),
            Piece::Open(_) => false,
            Piece::Role(_) => true,
        };
        !self.media && self.pieces.iter().all(blank)
    }

    /// Whether it holds known words.
    pub fn has_words(&self) -> bool {
        self.pieces.iter().any(|piece| match piece {
            Piece::Text(text, _) => text.chars().any(char::is_alphanumeric),
            Piece::Open(_) | Piece::Role(_) => false,
        })
    }

    /// How many known words it holds.
    pub fn words(&self) -> usize {
        let words = |piece: &Piece| match piece {
            Piece::Text(text, _) => text.split_whitespace().count(),
            Piece::Open(_) | Piece::Role(_) => 0,
        };
        self.pieces.iter().map(words).sum()
    }

    /// Its parts by who says them, `None` being who says it where nothing else is said.
    pub fn by_role(&self) -> Vec<(Option<&str>, Flat)> {
        let start = Flat {
            media: self.media,
            ..Flat::default()
        };
        let mut out = vec![(None, start)];
        for piece in &self.pieces {
            match piece {
                Piece::Role(role) => out.push((Some(role.as_str()), Flat::default())),
                piece => {
                    if let Some((_, flat)) = out.last_mut() {
                        flat.push(piece.clone());
                    }
                }
            }
        }
        out
    }

    /// The parts known only at run time.
    pub fn opens(&self) -> impl Iterator<Item = &Open> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Open(open) => Some(open),
            Piece::Text(..) | Piece::Role(_) => None,
        })
    }

    /// The open parts that stand on lines of their own.
    pub fn opens_on_lines(&self) -> Vec<&Open> {
        let ends = |piece: Option<&Piece>, at_end: bool| match piece {
            None => true,
            Some(Piece::Text(text, _)) if at_end => text.trim_end_matches(' ').ends_with('\n'),
            Some(Piece::Text(text, _)) => text.trim_start_matches(' ').starts_with('\n'),
            Some(Piece::Open(_)) => false,
            Some(Piece::Role(_)) => true,
        };
        let alone = |(at, piece): (usize, &Piece)| {
            let before = at.checked_sub(1).and_then(|at| self.pieces.get(at));
            matches!(piece, Piece::Open(_))
                && ends(before, true)
                && ends(self.pieces.get(at + 1), false)
        };
        let found = self.pieces.iter().enumerate().filter(|part| alone(*part));
        found
            .filter_map(|(_, piece)| match piece {
                Piece::Open(open) => Some(open),
                Piece::Text(..) | Piece::Role(_) => None,
            })
            .collect()
    }

    /// The whole text, if all of it is known.
    pub fn known(&self) -> Option<String> {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text, _) => Some(text.as_str()),
                Piece::Open(_) | Piece::Role(_) => None,
            })
            .collect()
    }

    /// The one part that it consists of, white space aside.
    pub fn only_open(&self) -> Option<&Open> {
        let mut opens = self.opens();
        let open = opens.next()?;
        let blank = self.pieces.iter().all(|piece| match piece {
            Piece::Text(text, _) => text.trim().is_empty(),
            Piece::Open(_) | Piece::Role(_) => true,
        });
        (blank && opens.next().is_none()).then_some(open)
    }

    /// Its text with holes in braces.
    pub fn shown(&self) -> String {
        let mut out = String::with_capacity(self.length);
        for piece in &self.pieces {
            match piece {
                Piece::Text(text, _) => out.push_str(text),
                Piece::Open(open) => {
                    out.push('{');
                    out.push_str(&open.hole.name);
                    out.push('}');
                }
                Piece::Role(_) => {}
            }
        }
        out
    }

    /// Its message, with the holes added to `holes`.
    pub fn message(&self, role: Role, holes: &mut Vec<Hole>) -> Message {
        let mut message = Message {
            role,
            text: String::with_capacity(self.length),
            holes: Vec::new(),
            runs: Vec::new(),
            media: self.media,
        };
        for piece in &self.pieces {
            match piece {
                Piece::Text(text, span) => add_text(&mut message, text, *span),
                Piece::Open(open) => {
                    let start = message.text.len();
                    message.text.push('{');
                    message.text.push_str(&open.hole.name);
                    message.text.push('}');
                    let number = number_of(&open.hole, holes);
                    message.holes.push((start..message.text.len(), number));
                }
                Piece::Role(_) => {}
            }
        }
        message
    }
}

fn add_text(message: &mut Message, text: &str, span: Option<Span>) {
    let at = message.text.len() as u32;
    message.text.push_str(text);
    let Some(span) = span else { return };
    if let Some(last) = message.runs.last_mut() {
        let length = last.span.end - last.span.start;
        let goes_on = last.span.file == span.file && last.span.end == span.start;
        if goes_on && last.at + length == at {
            last.span.end = span.end;
            return;
        }
    }
    message.runs.push(SourceRun { at, span });
}

fn number_of(hole: &Hole, holes: &mut Vec<Hole>) -> usize {
    let known = holes
        .iter()
        .position(|known| known.name == hole.name && known.reason == hole.reason);
    known.unwrap_or_else(|| {
        holes.push(hole.clone());
        holes.len() - 1
    })
}

/// Alternatives of a text in which each of `left` is followed by each of `right`.
pub(super) fn joined(left: Vec<Flat>, right: &[Flat]) -> Vec<Flat> {
    if let [only] = right {
        let mut left = left;
        left.iter_mut().for_each(|flat| flat.extend(only));
        return left;
    }
    let mut out = Vec::new();
    for start in &left {
        for end in right {
            if out.len() == MOST_VARIANTS {
                return out;
            }
            let mut flat = start.clone();
            flat.extend(end);
            out.push(flat);
        }
    }
    out
}

/// From how many words on a text says something that a run-time value may not.
const SAYS: usize = 4;

/// Of several alternatives those that say something: an empty one, or a bare value that a known text
/// stands in for, is no prompt of its own.
pub(super) fn telling(mut variants: Vec<Flat>) -> Vec<Flat> {
    let mut seen = Vec::new();
    variants.retain(|variant| {
        let shown = variant.shown();
        let new = !seen.contains(&shown);
        seen.push(shown);
        new
    });
    let bare = |variant: &Flat| variant.only_open().is_some();
    if variants.iter().any(|variant| variant.words() >= SAYS) {
        variants.retain(|variant| !variant.is_blank() && !bare(variant));
    } else if variants.iter().any(bare) {
        // A word or two beside a run-time value are its default (`state.get("tone", "kindly")`).
        variants.retain(bare);
    } else if variants.iter().any(|variant| !variant.is_blank()) {
        variants.retain(|variant| !variant.is_blank());
    }
    variants.truncate(MOST_VARIANTS);
    variants
}

/// A name fit to stand between braces.
pub(super) fn hole_name(written: &str) -> String {
    let name: String = written
        .chars()
        .filter(|letter| !matches!(letter, '{' | '}' | '\n' | '\r'))
        .take(60)
        .collect();
    match name.trim() {
        "" => "value".to_string(),
        name => name.to_string(),
    }
}

impl Open {
    /// A part that is data of the running program.
    pub fn new(name: &str, reason: HoleReason, span: Span) -> Open {
        Open {
            hole: Hole {
                name: hole_name(name),
                ty: None,
                reason,
                span,
            },
            origin: None,
            why: None,
        }
    }

    /// A part whose text may be instructions and could not be found.
    pub fn missing(name: &str, why: String, span: Span) -> Open {
        Open {
            why: Some(why),
            ..Open::new(name, HoleReason::Unresolved, span)
        }
    }
}
