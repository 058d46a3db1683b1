//! Texts that are made of others by replacing: a known text, the placeholders that a loop over names
//! and values fills, what a regular expression finds that is a placeholder; and sums over a list.

use super::env::Env;
use super::eval::{Eval, MOST_UNROLLED, Value};
use super::flat::{Flat, MOST_VARIANTS, Piece, joined};
use super::pattern::Pattern;
use super::text::variable;
use crate::index::{At, FnRef};
use crate::ir::{Arg, ExprKind};
use crate::source::{Language, Span};

/// How many places of one text are replaced.
const MOST_PLACES: usize = 1_000;
/// How deep the loop is looked for whose variable a pattern holds.
const DEEPEST: u32 = 8;

impl Eval<'_> {
    /// `subject.replace(from, to)`.
    pub fn replaced(&self, subject: At, from: At, to: At, env: &Env) -> Vec<Flat> {
        let mut texts = self.text(subject, env);
        if let Some(pattern) = self.known_pattern(from, env) {
            return swapped_in(&texts, &pattern, |name, _| self.found(to, name, env));
        }
        if let Some(over) = self.loop_over(from, DEEPEST)
            && let Some(elements) = self.list_at(over, env)
        {
            for element in elements.into_iter().take(MOST_UNROLLED) {
                let inner = env.element(over, element);
                if let Some(pattern) = self.known_pattern(from, &inner) {
                    texts = swapped_in(&texts, &pattern, |_, _| self.text(to, &inner));
                }
            }
        }
        // What is not known to be filled is filled by the run.
        match self.placeholder(from, env) {
            Some(pattern) => swapped_in(&texts, &pattern, |name, span| match span {
                Some(span) => vec![variable(name, span)],
                None => vec![Flat::plain(&format!("{{{name}}}"))],
            }),
            None => texts,
        }
    }

    /// A pattern of which all is known; placeholders of a regular expression's are known too.
    fn known_pattern(&self, from: At, env: &Env) -> Option<Pattern> {
        let (expression, is_regular) = self.expression_of(from);
        if let Some(written) = self.written_expression(from) {
            return Pattern::of_expression(written);
        }
        let texts = self.text(expression, env);
        let known = texts.iter().find_map(Flat::known)?;
        match is_regular {
            true => Pattern::of_expression(&known),
            false => Pattern::of_text(&known),
        }
    }

    /// A placeholder whose name only the run knows: `{{${name}}}`.
    fn placeholder(&self, from: At, env: &Env) -> Option<Pattern> {
        let (expression, is_regular) = self.expression_of(from);
        let texts = self.text(expression, env);
        texts
            .iter()
            .find_map(|flat| Pattern::of_placeholder(flat, is_regular))
    }

    /// The text of a regular expression that is made of one: `new RegExp("…", "g")`.
    fn expression_of(&self, from: At) -> (At, bool) {
        match self.kind(from) {
            ExprKind::Call { callee, args } => {
                match (self.callee_name(from.with(*callee)), &args[..]) {
                    (Some(("RegExp", _)), [first, ..]) => (from.with(first.value), true),
                    _ => (from, false),
                }
            }
            _ => (from, false),
        }
    }

    /// A regular expression as it stands in the source, without its slashes.
    fn written_expression(&self, at: At) -> Option<&str> {
        let is_opaque = matches!(self.kind(at), ExprKind::Opaque(parts) if parts.is_empty());
        if !is_opaque || self.module(at).language != Language::TypeScript {
            return None;
        }
        let written = self.program.text(at.file).get(self.span(at).range())?;
        let (written, _) = written.strip_prefix('/')?.rsplit_once('/')?;
        Some(written)
    }

    /// What stands in for what was found: a text, or what a function makes of it.
    fn found(&self, to: At, name: &str, env: &Env) -> Vec<Flat> {
        let ExprKind::Lambda(function) = self.kind(to) else {
            return self.text(to, env);
        };
        let file = to.file;
        let known = &self.module(to)[*function];
        let function = FnRef {
            file,
            function: *function,
        };
        let word = || Value::word(name);
        let env = env.parameter(function, 0, word());
        let env = env.parameter(function, 1, word());
        let results = known.returns.iter().map(|result| to.with(*result));
        let texts = results.flat_map(|result| self.text(result, &env));
        let texts: Vec<Flat> = texts.take(MOST_VARIANTS).collect();
        let open = || vec![variable(name, self.span(to))];
        match texts.iter().any(|text| !text.is_blank()) {
            true => texts,
            false => open(),
        }
    }

    /// What a list is summed up to: `names.reduce((text, name) => text + name, "")`,
    /// `names.fold(String::new(), |text, name| …)`.
    pub fn summed_up(&self, at: At, env: &Env) -> Option<Vec<Flat>> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return None;
        };
        let ExprKind::Member { object, name } = self.kind(at.with(*callee)) else {
            return None;
        };
        let (step, start): (&Arg, &Arg) = match (&**name, &args[..]) {
            ("reduce", [step, start]) | ("fold", [start, step]) => (step, start),
            _ => return None,
        };
        let step = at.with(step.value);
        let ExprKind::Lambda(function) = self.kind(step) else {
            return None;
        };
        let result = *self.module(step)[*function].returns.first()?;
        let function = FnRef {
            file: step.file,
            function: *function,
        };
        let start = at.with(start.value);
        if !self.is_start_of_text(start, env) {
            return None;
        }
        let mut sum = Value::expr(start, env);
        let next = |sum: Value, element: Option<Value>| {
            let mut inner = env.parameter(function, 0, sum);
            if let Some(element) = element {
                inner = inner.parameter(function, 1, element);
            }
            Value::expr(step.with(result), &inner)
        };
        match self.list_at(at.with(*object), env) {
            Some(elements) => {
                for element in elements.into_iter().take(MOST_SUMMED) {
                    sum = next(sum, Some(element));
                }
            }
            None => sum = next(sum, None),
        }
        Some(self.text_of(&sum))
    }
}

impl Eval<'_> {
    /// Whether what a sum starts with is a text: `""`, `String::new()`.
    fn is_start_of_text(&self, at: At, env: &Env) -> bool {
        self.values(at, env).iter().any(|value| {
            let kind = self.expr_of(value).map(|(_, _, kind)| kind);
            match kind {
                Some(ExprKind::Text(_) | ExprKind::Template(_)) => true,
                Some(ExprKind::Call { callee, .. }) => {
                    matches!(self.kind(at.with(*callee)), ExprKind::Member { name, .. } if &**name == "new")
                }
                _ => false,
            }
        })
    }
}

/// How many elements are summed up: each is one step deeper.
const MOST_SUMMED: usize = 12;

/// The texts with all that a pattern finds replaced; `to` is handed the name in it, if it has one.
fn swapped_in(
    texts: &[Flat],
    pattern: &Pattern,
    to: impl Fn(&str, Option<Span>) -> Vec<Flat>,
) -> Vec<Flat> {
    let swapped = texts.iter().flat_map(|flat| swapped(flat, pattern, &to));
    swapped.take(MOST_VARIANTS).collect()
}

fn swapped(
    flat: &Flat,
    pattern: &Pattern,
    to: impl Fn(&str, Option<Span>) -> Vec<Flat>,
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
        let place = |start: usize, end: usize| {
            let at = |span: &Span, byte: usize| span.start + byte as u32;
            let span = span.as_ref();
            span.map(|span| Span::new(span.file, at(span, start), at(span, end)))
        };
        let part =
            |start: usize, end: usize| Piece::Text(text[start..end].to_string(), place(start, end));
        let mut last = 0;
        for found in pattern.places(text).take(MOST_PLACES) {
            let before = part(last, found.start);
            out.iter_mut().for_each(|flat| flat.push(before.clone()));
            out = joined(out, &to(found.name, place(found.start, found.end)));
            last = found.end;
        }
        let rest = part(last, text.len());
        out.iter_mut().for_each(|flat| flat.push(rest.clone()));
    }
    out
}
