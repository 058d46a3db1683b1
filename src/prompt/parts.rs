//! Parts that code cuts out of a known text: what a pattern matches, a piece between separators.

use super::env::Env;
use super::eval::Eval;
use super::flat::{Flat, Piece};
use crate::index::At;
use crate::ir::{Arg, ExprId, ExprKind};
use crate::source::Span;
use std::ops::Range;

/// A larger pattern is not tried.
const LARGEST_PATTERN: usize = 1 << 20;

impl Eval<'_> {
    /// `re.search(pattern, text).group(1)`, `text.match(/…/)[1]`: the part of a known text.
    pub fn matched_part(&self, at: At, env: &Env) -> Option<Vec<Flat>> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return None;
        };
        let ExprKind::Member { object, name } = self.kind(self.beside(at, *callee)) else {
            return None;
        };
        if !matches!(&**name, "group" | "groups") || args.len() > 1 {
            return None;
        }
        let group = match args.first() {
            Some(arg) => match self.kind(self.beside(at, arg.value)) {
                ExprKind::Number(number) => *number as usize,
                _ => return None,
            },
            None => 0,
        };
        let found = self.values(self.beside(at, *object), env);
        found.iter().find_map(|value| {
            let (search, env, _) = self.expr_of(value)?;
            let (pattern, text) = self.searched(search, env)?;
            let whole = text.known()?;
            let place = pattern.captures(&whole)?.get(group)?.range();
            Some(vec![slice(&text, place)])
        })
    }

    /// The pattern and the text of a search.
    fn searched(&self, call: At, env: &Env) -> Option<(regex::Regex, Flat)> {
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return None;
        };
        let name = self.program.called_name(call)?;
        let anchor = match name {
            "search" => "",
            "match" | "fullmatch" => r"\A",
            _ => return None,
        };
        let given = |number: usize| -> Option<Flat> {
            let arg: &Arg = args.get(number)?;
            let found = self.text(self.beside(call, arg.value), env);
            found.into_iter().find(|flat| flat.known().is_some())
        };
        let flags = args.iter().skip(2).map(|arg| arg.value);
        let flags = flags.map(|flag| super::name::written(self.program, self.beside(call, flag)));
        let flags: String = flags.collect();
        let says = |names: [&str; 2]| {
            names
                .iter()
                .any(|name| flags.ends_with(name) || flags.contains(&format!("{name} ")))
        };
        let written = format!("{anchor}{}", given(0)?.known()?);
        let pattern = regex::RegexBuilder::new(&written)
            .dot_matches_new_line(says(["DOTALL", ".S"]))
            .case_insensitive(says(["IGNORECASE", ".I"]))
            .multi_line(says(["MULTILINE", ".M"]))
            .size_limit(LARGEST_PATTERN)
            .build()
            .ok()?;
        Some((pattern, given(1)?))
    }

    /// `text.split("---")[2]`: a piece of a known text. A piece that is not there is none.
    pub fn split_part(&self, object: At, index: Option<At>, env: &Env) -> Option<Flat> {
        let ExprKind::Call { callee, args } = self.kind(object) else {
            return None;
        };
        let ExprKind::Member { object: of, name } = self.kind(self.beside(object, *callee)) else {
            return None;
        };
        if !matches!(&**name, "split" | "partition") {
            return None;
        }
        let separator = self.literal(object, args.first()?.value)?;
        let limit = args.get(1).and_then(|arg| self.number(object, arg.value));
        let number = match self.kind(index?) {
            ExprKind::Number(number) => *number as i64,
            ExprKind::Unary {
                not: false,
                operand,
            } => -self.number(index?, *operand)?,
            _ => return None,
        };
        let texts = self.text(self.beside(object, *of), env);
        let text = texts.into_iter().find(|flat| flat.known().is_some())?;
        let pieces = split(&text.known()?, &separator, limit);
        let at = match number {
            number if number >= 0 => number as usize,
            number => pieces.len().checked_sub(number.unsigned_abs() as usize)?,
        };
        Some(slice(&text, pieces.get(at)?.clone()))
    }

    fn literal(&self, at: At, expr: ExprId) -> Option<String> {
        match self.kind(self.beside(at, expr)) {
            ExprKind::Text(text) if !text.value.is_empty() => Some(text.value.to_string()),
            _ => None,
        }
    }

    fn number(&self, at: At, expr: ExprId) -> Option<i64> {
        match self.kind(self.beside(at, expr)) {
            ExprKind::Number(number) => Some(*number as i64),
            _ => None,
        }
    }
}

/// The places of the pieces between separators; at most `limit` separators count.
fn split(text: &str, separator: &str, limit: Option<i64>) -> Vec<Range<usize>> {
    let most = limit.and_then(|limit| usize::try_from(limit).ok());
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in text
        .match_indices(separator)
        .take(most.unwrap_or(usize::MAX))
    {
        pieces.push(start..at);
        start = at + separator.len();
    }
    pieces.push(start..text.len());
    pieces
}

/// The part of a known text, each piece with its place.
fn slice(flat: &Flat, range: Range<usize>) -> Flat {
    let mut out = Flat {
        media: flat.media,
        ..Flat::default()
    };
    let mut at = 0;
    for piece in &flat.pieces {
        let Piece::Text(text, span) = piece else {
            continue;
        };
        let (start, end) = (range.start.max(at), range.end.min(at + text.len()));
        if start < end {
            let own = start - at..end - at;
            let span = span.map(|span| {
                let place = |byte: usize| span.start + byte as u32;
                Span::new(span.file, place(own.start), place(own.end))
            });
            if let Some(cut) = text.get(own) {
                out.push(Piece::Text(cut.to_string(), span));
            }
        }
        at += text.len();
    }
    out
}
