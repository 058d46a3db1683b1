//! Evaluates expressions to text: known stretches with their places, and holes.

use super::{Hole, HoleReason};
use crate::index::{At, FnRef, Program, Target};
use crate::ir::{Arg, Entry, ExprKind, Extend, FormatStyle, ParamKind, Part, Text};
use crate::sdk::{Sdks, Syntax};
use crate::source::Span;
use std::cell::Cell;
use std::collections::HashMap;

/// How deep expressions, names and functions are followed for their text.
const DEPTH: u32 = 40;
/// How many alternatives of one text are kept.
pub const VARIANTS: usize = 8;
/// How much text of one prompt is read, in bytes.
const TEXT_LIMIT: usize = 1 << 20;
/// How many evaluation steps one prompt may take.
const STEPS: u32 = 20_000;

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Known text and where it stands, where it stands anywhere.
    Known(String, Option<Span>),
    /// A part known only at run time.
    Hole(Hole),
}

/// The values of parameters, where a caller gives them.
pub type Env = HashMap<(FnRef, u32), At>;

/// Evaluates within one request.
pub struct Evaluator<'a> {
    /// The program.
    pub program: &'a Program,
    /// The catalogue.
    pub sdks: &'a Sdks,
    /// What a caller gives for parameters; its own environment is the same.
    pub env: &'a Env,
    /// Why text is missing.
    pub reasons: std::cell::RefCell<Vec<String>>,
    steps: Cell<u32>,
}

impl<'a> Evaluator<'a> {
    /// An evaluator with the parameters that `env` gives.
    pub fn new(program: &'a Program, sdks: &'a Sdks, env: &'a Env) -> Evaluator<'a> {
        Evaluator {
            program,
            sdks,
            env,
            reasons: std::cell::RefCell::default(),
            steps: Cell::new(0),
        }
    }

    /// The alternatives of an expression's text; at least one.
    pub fn text(&self, at: At) -> Vec<Vec<Piece>> {
        self.eval(at, DEPTH)
    }

    /// The text of an expression, where all of it is known and there is one alternative.
    pub fn constant(&self, at: At) -> Option<String> {
        let variants = self.text(at);
        let mut text = String::new();
        for piece in variants.first()? {
            match piece {
                Piece::Known(known, _) => text.push_str(known),
                Piece::Hole(_) => return None,
            }
        }
        Some(text)
    }

    fn eval(&self, at: At, depth: u32) -> Vec<Vec<Piece>> {
        self.steps.set(self.steps.get() + 1);
        let Some(depth) = depth.checked_sub(1).filter(|_| self.steps.get() < STEPS) else {
            return self.hole(at, HoleReason::Unresolved);
        };
        let here = |expr| At {
            file: at.file,
            expr,
        };
        match self.program.kind(at) {
            ExprKind::Text(text) => vec![self.literal(at, text)],
            ExprKind::Number(number) => {
                vec![vec![Piece::Known(number.to_string(), Some(self.span(at)))]]
            }
            ExprKind::Null => vec![Vec::new()],
            ExprKind::Template(parts) => self.template(at, parts, depth),
            ExprKind::Format {
                template,
                args,
                style,
            } => self.format(at, here(*template), args, *style, depth),
            ExprKind::Concat(items) => self.joined(
                items
                    .iter()
                    .map(|item| self.eval(here(*item), depth))
                    .collect(),
                "",
            ),
            ExprKind::Join { separator, items } => {
                self.join(at, separator.map(here), here(*items), depth)
            }
            ExprKind::Replace { subject, from, to } => {
                self.replaced(here(*subject), here(*from), here(*to), depth)
            }
            ExprKind::Choice(arms) => self.bounded(
                arms.iter()
                    .flat_map(|arm| self.eval(here(*arm), depth))
                    .collect(),
                at,
            ),
            ExprKind::Name(_) | ExprKind::Member { .. } => self.named(at, depth),
            ExprKind::Call { .. } => self.call(at, depth),
            ExprKind::Index { object, index } => {
                self.indexed(at, here(*object), index.first().map(|i| here(*i)), depth)
            }
            ExprKind::Element(_) => self.hole(at, HoleReason::Loop),
            ExprKind::List(items) if !items.is_empty() && items.iter().all(|item| !item.spread) => {
                // A list where a text is wanted: parts of one content, or lines.
                self.joined(
                    items
                        .iter()
                        .map(|item| self.part(here(item.value), depth))
                        .collect(),
                    "\n",
                )
            }
            ExprKind::Map { .. } => self.part(at, depth),
            _ => self.hole(at, HoleReason::Expression),
        }
    }

    /// A part of a message's content: `{"type": "text", "text": …}`, or a text.
    fn part(&self, at: At, depth: u32) -> Vec<Vec<Piece>> {
        if let ExprKind::Map { .. } = self.program.kind(at) {
            for key in ["text", "content", "input_text"] {
                let inner = self.sdks.inside(self.program, at, &[key.to_string()]);
                if let Some(inner) = inner.first() {
                    return self.eval(*inner, depth);
                }
            }
            return self.hole(at, HoleReason::Expression);
        }
        self.eval(at, depth)
    }

    fn span(&self, at: At) -> Span {
        self.program.expr(at).span
    }

    fn literal(&self, at: At, text: &Text) -> Vec<Piece> {
        pieces_of(text, self.span(at))
    }

    fn template(&self, at: At, parts: &[Part], depth: u32) -> Vec<Vec<Piece>> {
        let parts = parts
            .iter()
            .map(|part| match part {
                Part::Text(text) => vec![pieces_of(text, self.span(at))],
                Part::Hole(expr) => self.eval(
                    At {
                        file: at.file,
                        expr: *expr,
                    },
                    depth,
                ),
            })
            .collect();
        self.joined(parts, "")
    }

    /// All combinations of the parts' alternatives, one after the other, bounded.
    fn joined(&self, parts: Vec<Vec<Vec<Piece>>>, separator: &str) -> Vec<Vec<Piece>> {
        let mut found: Vec<Vec<Piece>> = vec![Vec::new()];
        for (number, alternatives) in parts.into_iter().enumerate() {
            let combined = found.len() * alternatives.len() <= VARIANTS;
            let mut next = Vec::new();
            for before in &found {
                let size: usize = before.iter().map(length).sum();
                for alternative in alternatives
                    .iter()
                    .take(if combined { VARIANTS } else { 1 })
                {
                    let mut pieces = before.clone();
                    if number > 0 && !separator.is_empty() {
                        pieces.push(Piece::Known(separator.to_string(), None));
                    }
                    if size < TEXT_LIMIT {
                        pieces.extend(alternative.iter().cloned());
                    }
                    next.push(pieces);
                }
            }
            found = next;
        }
        found
    }

    fn bounded(&self, mut variants: Vec<Vec<Piece>>, at: At) -> Vec<Vec<Piece>> {
        variants.dedup();
        // An empty alternative ('' if nothing is given) is no prompt of its own.
        if variants.len() > 1 && variants.iter().any(|variant| !variant.is_empty()) {
            let optional = variants.iter().any(Vec::is_empty) && variants.len() == 2;
            variants.retain(|variant| !variant.is_empty() || optional && false);
        }
        variants.truncate(VARIANTS);
        if variants.is_empty() {
            self.hole(at, HoleReason::Expression)
        } else {
            variants
        }
    }

    fn format(
        &self,
        at: At,
        template: At,
        args: &[Arg],
        style: FormatStyle,
        depth: u32,
    ) -> Vec<Vec<Piece>> {
        let here = |expr| At {
            file: at.file,
            expr,
        };
        let mut found = Vec::new();
        for variant in self.eval(template, depth) {
            let mut parts: Vec<Vec<Vec<Piece>>> = Vec::new();
            let mut next_position = 0;
            for piece in variant {
                let Piece::Known(text, span) = piece else {
                    parts.push(vec![vec![piece]]);
                    continue;
                };
                for part in placeholders(&text, style) {
                    match part {
                        Placeholder::Text(range, shown) => {
                            let span = span.and_then(|span| within(span, &text, range));
                            parts.push(vec![vec![Piece::Known(shown, span)]]);
                        }
                        Placeholder::Name(name) => {
                            parts.push(self.filler(
                                at,
                                args,
                                &name,
                                &mut next_position,
                                &here,
                                depth,
                            ));
                        }
                    }
                }
            }
            found.extend(self.joined(parts, ""));
        }
        self.bounded(found, at)
    }

    fn filler(
        &self,
        at: At,
        args: &[Arg],
        name: &str,
        next_position: &mut usize,
        here: &impl Fn(crate::ir::ExprId) -> At,
        depth: u32,
    ) -> Vec<Vec<Piece>> {
        let head = name.split(['.', '[', ':', '!']).next().unwrap_or(name);
        let position = if head.is_empty() {
            *next_position += 1;
            Some(*next_position - 1)
        } else {
            head.parse::<usize>().ok()
        };
        let found = match position {
            Some(position) => args
                .iter()
                .filter(|arg| arg.name.is_none() && !arg.spread)
                .nth(position)
                .map(|arg| here(arg.value)),
            None => args
                .iter()
                .find(|arg| arg.name.as_deref() == Some(head))
                .map(|arg| here(arg.value))
                .or_else(|| {
                    args.iter()
                        .filter(|arg| arg.name.is_none())
                        .find_map(|arg| {
                            self.sdks
                                .inside(self.program, here(arg.value), &[head.to_string()])
                                .first()
                                .copied()
                        })
                }),
        };
        match found {
            Some(value) if head.len() == name.len() || head.is_empty() || position.is_some() => {
                let mut variants = self.eval(value, depth);
                // A hole in a template is best known by the template's own name for it.
                if position.is_none() {
                    for variant in &mut variants {
                        if let [Piece::Hole(hole)] = variant.as_mut_slice()
                            && hole.name.len() > 40
                        {
                            hole.name = head.to_string();
                        }
                    }
                }
                variants
            }
            _ => vec![vec![Piece::Hole(Hole {
                name: if head.is_empty() {
                    "value".into()
                } else {
                    head.to_string()
                },
                ty: None,
                reason: HoleReason::Template,
                span: self.span(at),
            })]],
        }
    }

    fn join(&self, at: At, separator: Option<At>, items: At, depth: u32) -> Vec<Vec<Piece>> {
        let separator = match separator {
            Some(separator) => self.constant(separator).unwrap_or_default(),
            None => ",".into(),
        };
        let elements = self.elements(items, depth);
        match elements {
            Some(elements) => {
                let parts = elements
                    .into_iter()
                    .map(|element| self.eval(element, depth))
                    .collect();
                self.joined(parts, &separator)
            }
            None => {
                let mut hole = self.hole(items, HoleReason::Expression);
                if let Some(Piece::Hole(hole)) =
                    hole.first_mut().and_then(|variant| variant.first_mut())
                {
                    hole.span = self.span(at);
                }
                hole
            }
        }
    }

    /// The elements of a list that the code shows whole, with what is appended later.
    pub fn elements(&self, list: At, depth: u32) -> Option<Vec<At>> {
        let depth = depth.checked_sub(1)?;
        match self.program.kind(list) {
            ExprKind::List(items) => {
                let mut found = Vec::new();
                for item in items {
                    let at = At {
                        file: list.file,
                        expr: item.value,
                    };
                    if item.spread {
                        found.extend(self.elements(at, depth).unwrap_or_else(|| vec![at]));
                    } else {
                        found.push(at);
                    }
                }
                Some(found)
            }
            ExprKind::Concat(parts) => {
                let mut found = Vec::new();
                for part in parts {
                    let at = At {
                        file: list.file,
                        expr: *part,
                    };
                    found.extend(self.elements(at, depth).unwrap_or_else(|| vec![at]));
                }
                Some(found)
            }
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                let mut found: Option<Vec<At>> = None;
                for target in self.targets(list) {
                    let Target::Value { at, extend, .. } = target else {
                        continue;
                    };
                    if at == list {
                        continue;
                    }
                    match extend {
                        None => {
                            // Of several lists the longest is the one that says most.
                            let next = self.elements(at, depth);
                            if next.as_ref().map_or(0, Vec::len)
                                >= found.as_ref().map_or(0, Vec::len)
                            {
                                found = next.or(found);
                            }
                        }
                        Some(Extend::Append) => found.get_or_insert_default().push(at),
                        Some(Extend::Prepend) => found.get_or_insert_default().insert(0, at),
                        Some(Extend::Concat) => {
                            let more = self.elements(at, depth).unwrap_or_else(|| vec![at]);
                            found.get_or_insert_default().extend(more);
                        }
                        Some(Extend::Merge) => {}
                    }
                }
                found
            }
            ExprKind::Choice(arms) => arms
                .iter()
                .filter_map(|arm| {
                    self.elements(
                        At {
                            file: list.file,
                            expr: *arm,
                        },
                        depth,
                    )
                })
                .max_by_key(Vec::len),
            ExprKind::Call { .. } => {
                if let Some(transparent) = self.sdks.transparent(self.program, list) {
                    let inner = self.sdks.input(self.program, list, &transparent.of);
                    return self.elements(*inner.first()?, depth);
                }
                self.program.callees(list).into_iter().find_map(|function| {
                    let module = self.program.module(function.file);
                    module[function.function].returns.iter().find_map(|expr| {
                        self.elements(
                            At {
                                file: function.file,
                                expr: *expr,
                            },
                            depth,
                        )
                    })
                })
            }
            _ => None,
        }
    }

    /// What a name refers to; a parameter that the environment knows is the caller's value.
    pub fn targets(&self, at: At) -> Vec<Target> {
        self.program
            .resolve(at)
            .into_iter()
            .map(|target| match target {
                Target::Parameter { function, index } => match self.env.get(&(function, index)) {
                    Some(value) => Target::Value {
                        at: *value,
                        extend: None,
                        sure: true,
                    },
                    None => Target::Parameter { function, index },
                },
                other => other,
            })
            .collect()
    }

    fn replaced(&self, subject: At, from: At, to: At, depth: u32) -> Vec<Vec<Piece>> {
        let Some(from) = self.constant(from).filter(|from| !from.is_empty()) else {
            return self.eval(subject, depth);
        };
        let to = self.eval(to, depth).into_iter().next().unwrap_or_default();
        self.eval(subject, depth)
            .into_iter()
            .map(|variant| {
                let mut pieces = Vec::new();
                for piece in variant {
                    let Piece::Known(text, span) = &piece else {
                        pieces.push(piece);
                        continue;
                    };
                    let mut last = 0;
                    for (found, _) in text.match_indices(from.as_str()) {
                        pieces.push(Piece::Known(
                            text[last..found].to_string(),
                            span.and_then(|span| within(span, text, last..found)),
                        ));
                        pieces.extend(to.iter().cloned());
                        last = found + from.len();
                    }
                    let rest = span.and_then(|span| within(span, text, last..text.len()));
                    pieces.push(Piece::Known(text[last..].to_string(), rest));
                }
                pieces
            })
            .collect()
    }

    fn named(&self, at: At, depth: u32) -> Vec<Vec<Piece>> {
        let mut found: Vec<Vec<Piece>> = Vec::new();
        let mut missing = None;
        for target in self.targets(at) {
            match target {
                Target::Value {
                    at: value,
                    extend: None,
                    sure,
                } if value != at => {
                    let next = self.eval(value, depth);
                    if sure && matches!(self.program.kind(at), ExprKind::Name(_)) {
                        found.clear();
                    }
                    found.extend(next);
                }
                Target::Value {
                    at: value,
                    extend: Some(Extend::Concat),
                    ..
                } => {
                    let more = self.eval(value, depth);
                    let before = if found.is_empty() {
                        vec![Vec::new()]
                    } else {
                        std::mem::take(&mut found)
                    };
                    found = self.joined(vec![before, more], "");
                }
                Target::Value {
                    extend: Some(Extend::Append),
                    ..
                } => {
                    if let Some(elements) = self.elements(at, depth) {
                        let parts = elements
                            .into_iter()
                            .map(|element| self.eval(element, depth))
                            .collect();
                        return self.joined(parts, "\n");
                    }
                }
                Target::Parameter { function, index } => {
                    missing = Some(self.parameter(at, function, index))
                }
                Target::External(path) if path.contains('.') || is_import(self.program, at) => {
                    missing = missing.or_else(|| Some(self.outside(at, &path)));
                }
                Target::Class(_)
                | Target::Function(_)
                | Target::Declared { .. }
                | Target::Instance(_) => {
                    missing =
                        missing.or_else(|| self.hole(at, HoleReason::Member).into_iter().next());
                }
                _ => {}
            }
        }
        if found.is_empty() {
            if let Some(pieces) = missing {
                return vec![pieces];
            }
            let reason = match self.program.kind(at) {
                ExprKind::Member { .. } => HoleReason::Member,
                _ => HoleReason::Unresolved,
            };
            return self.hole(at, reason);
        }
        if let Some(pieces) = missing.filter(|_| found.len() < VARIANTS) {
            // A parameter with a default that the body replaces: what is known says more.
            let known = found.iter().any(|variant| {
                variant
                    .iter()
                    .any(|piece| matches!(piece, Piece::Known(..)))
            });
            if !known {
                found.push(pieces);
            }
        }
        self.bounded(found, at)
    }

    fn parameter(&self, at: At, function: FnRef, index: u32) -> Vec<Piece> {
        let module = self.program.module(function.file);
        let param = module[function.function].params.get(index as usize);
        let name = match self.program.kind(at) {
            ExprKind::Name(name) => name.to_string(),
            _ => self.shown_name(at),
        };
        // A default that is a text is what is sent when a caller gives nothing.
        let ty = param
            .and_then(|param| param.type_text.as_ref())
            .map(|ty| ty.to_string());
        if let Some(default) = param
            .and_then(|param| param.default)
            .filter(|_| param.is_some_and(|param| param.kind != ParamKind::Rest))
        {
            let default = At {
                file: function.file,
                expr: default,
            };
            if let Some(text) = self.constant(default).filter(|text| text.contains(' ')) {
                return vec![Piece::Known(text, Some(self.span(default)))];
            }
        }
        vec![Piece::Hole(Hole {
            name,
            ty,
            reason: HoleReason::Parameter,
            span: self.span(at),
        })]
    }

    fn outside(&self, at: At, path: &str) -> Vec<Piece> {
        let environment = ["os.environ", "os.getenv", "process.env", "std.env", "env!"];
        let reason = if environment.iter().any(|known| path.starts_with(known)) {
            HoleReason::Environment
        } else if path.contains("()") || path.contains('#') {
            HoleReason::CallResult
        } else {
            self.reason(format!("import not found: {path}"));
            HoleReason::Unresolved
        };
        vec![Piece::Hole(Hole {
            name: self.shown_name(at),
            ty: None,
            reason,
            span: self.span(at),
        })]
    }

    fn reason(&self, reason: String) {
        let mut reasons = self.reasons.borrow_mut();
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }

    fn call(&self, at: At, depth: u32) -> Vec<Vec<Piece>> {
        if let Some(transparent) = self.sdks.transparent(self.program, at) {
            let inner = self.sdks.input(self.program, at, &transparent.of);
            if let Some(inner) = inner.first().filter(|inner| {
                matches!(
                    self.program.kind(**inner),
                    ExprKind::Text(_) | ExprKind::Template(_)
                )
            }) {
                return self.eval(*inner, depth);
            }
            return self.hole(at, HoleReason::CallResult);
        }
        if let Some(row) = self.sdks.template_of(self.program, at) {
            let text = self.sdks.input(self.program, at, &row.text);
            if let Some(text) = text.first() {
                return self
                    .eval(*text, depth)
                    .into_iter()
                    .map(|pieces| self.with_variables(pieces, row.syntax, at))
                    .collect();
            }
        }
        if let Some(row) = self.sdks.message_of(self.program, at) {
            let content = self.sdks.input(self.program, at, &row.content);
            if let Some(content) = content.first() {
                return self.eval(*content, depth);
            }
        }
        if self.is_template_fill(at) {
            return self.filled(at, depth);
        }
        let mut found = Vec::new();
        for function in self.program.callees(at) {
            let module = self.program.module(function.file);
            let known = &module[function.function];
            let mut env = self.env.clone();
            for index in 0..known.params.len() as u32 {
                if let Some(argument) = self.program.argument(at, function, index) {
                    env.insert((function, index), self.bound(argument));
                }
            }
            let inner = Evaluator {
                program: self.program,
                sdks: self.sdks,
                env: &env,
                reasons: std::cell::RefCell::default(),
                steps: Cell::new(self.steps.get()),
            };
            for value in known.returns.iter().take(VARIANTS) {
                let at = At {
                    file: function.file,
                    expr: *value,
                };
                if matches!(inner.program.kind(at), ExprKind::Call { .. }) && depth < DEPTH / 2 {
                    continue;
                }
                found.extend(inner.eval(at, depth.saturating_sub(6)));
            }
            self.steps.set(inner.steps.get());
        }
        let useful = found.iter().any(|variant| {
            variant
                .iter()
                .any(|piece| matches!(piece, Piece::Known(text, _) if text.trim().len() > 1))
        });
        if useful {
            self.bounded(found, at)
        } else {
            self.hole(at, HoleReason::CallResult)
        }
    }

    /// A bare parameter handed on is the value that it was given.
    fn bound(&self, argument: At) -> At {
        match self.targets(argument).as_slice() {
            [
                Target::Value {
                    at, extend: None, ..
                },
            ] => *at,
            _ => argument,
        }
    }

    /// `template.format(x=…)`, `.invoke({...})`, `.format_messages(…)` on an SDK's template.
    fn is_template_fill(&self, at: At) -> bool {
        let ExprKind::Call { callee, .. } = self.program.kind(at) else {
            return false;
        };
        let callee = At {
            file: at.file,
            expr: *callee,
        };
        matches!(self.program.kind(callee), ExprKind::Member { name, .. } if matches!(&**name, "format" | "format_prompt" | "invoke" | "formatPrompt" | "render" | "substitute" | "format_messages"))
    }

    fn filled(&self, at: At, depth: u32) -> Vec<Vec<Piece>> {
        let ExprKind::Call { callee, .. } = self.program.kind(at) else {
            return self.hole(at, HoleReason::CallResult);
        };
        let ExprKind::Member { object, .. } = self.program.kind(At {
            file: at.file,
            expr: *callee,
        }) else {
            return self.hole(at, HoleReason::CallResult);
        };
        let found = self.eval(
            At {
                file: at.file,
                expr: *object,
            },
            depth,
        );
        let known = found.iter().any(|variant| {
            variant
                .iter()
                .any(|piece| matches!(piece, Piece::Known(..)))
        });
        if known {
            found
        } else {
            self.hole(at, HoleReason::CallResult)
        }
    }

    /// A template's text with its variables as holes.
    pub fn with_variables(&self, pieces: Vec<Piece>, syntax: Syntax, at: At) -> Vec<Piece> {
        let mut found = Vec::new();
        for piece in pieces {
            let Piece::Known(text, span) = &piece else {
                found.push(piece);
                continue;
            };
            let parts = match syntax {
                Syntax::None => vec![Placeholder::Text(0..text.len(), text.clone())],
                Syntax::Brace => placeholders(text, FormatStyle::Brace),
                Syntax::Mustache => mustache(text),
            };
            for part in parts {
                found.push(match part {
                    Placeholder::Text(range, shown) => {
                        Piece::Known(shown, span.and_then(|span| within(span, text, range)))
                    }
                    Placeholder::Name(name) => Piece::Hole(Hole {
                        name: if name.is_empty() {
                            "value".into()
                        } else {
                            name
                        },
                        ty: None,
                        reason: HoleReason::Template,
                        span: self.span(at),
                    }),
                });
            }
        }
        found
    }

    fn indexed(&self, at: At, object: At, index: Option<At>, depth: u32) -> Vec<Vec<Piece>> {
        // A table of texts indexed by a key: each of its entries is an alternative.
        let mut found = Vec::new();
        for value in self.program.values(object) {
            if let ExprKind::Map { entries, .. } = self.program.kind(value) {
                for entry in entries.iter().take(VARIANTS) {
                    if let Entry::Field(_, expr) = entry {
                        found.extend(self.eval(
                            At {
                                file: value.file,
                                expr: *expr,
                            },
                            depth,
                        ));
                    }
                }
            }
            if let ExprKind::List(items) = self.program.kind(value)
                && let Some(ExprKind::Number(number)) = index.map(|index| self.program.kind(index))
                && let Some(item) = items.get(*number as usize)
            {
                found.extend(self.eval(
                    At {
                        file: value.file,
                        expr: item.value,
                    },
                    depth,
                ));
            }
        }
        let known = found.iter().any(|variant| {
            variant
                .iter()
                .any(|piece| matches!(piece, Piece::Known(..)))
        });
        if known {
            self.bounded(found, at)
        } else {
            self.hole(at, HoleReason::Member)
        }
    }

    /// One hole for an expression.
    pub fn hole(&self, at: At, reason: HoleReason) -> Vec<Vec<Piece>> {
        let ty = None;
        vec![vec![Piece::Hole(Hole {
            name: self.shown_name(at),
            ty,
            reason,
            span: self.span(at),
        })]]
    }

    /// A short name for an expression: its source text where that is a path, else its last name.
    pub fn shown_name(&self, at: At) -> String {
        let span = self.span(at);
        let text = self
            .program
            .text(at.file)
            .get(span.range())
            .unwrap_or_default();
        let plain = !text.is_empty()
            && text.len() <= 40
            && text
                .chars()
                .all(|c| c.is_alphanumeric() || "_.$".contains(c));
        if plain {
            return text.trim_matches('.').to_string();
        }
        match self.program.kind(at) {
            ExprKind::Name(name) if !name.starts_with('{') => name.to_string(),
            ExprKind::Member { name, .. } => name.to_string(),
            ExprKind::Element(over) => format!(
                "item of {}",
                self.shown_name(At {
                    file: at.file,
                    expr: *over
                })
            ),
            ExprKind::Call { args, .. } => args
                .first()
                .map(|arg| {
                    self.shown_name(At {
                        file: at.file,
                        expr: arg.value,
                    })
                })
                .filter(|name| name != "value")
                .or_else(|| self.program.called_name(at).map(str::to_string))
                .unwrap_or_else(|| "value".into()),
            ExprKind::Index { object, .. } => self.shown_name(At {
                file: at.file,
                expr: *object,
            }),
            ExprKind::Each { over, .. } => over.first().map_or_else(
                || "items".into(),
                |over| {
                    self.shown_name(At {
                        file: at.file,
                        expr: *over,
                    })
                },
            ),
            ExprKind::Join { items, .. } => self.shown_name(At {
                file: at.file,
                expr: *items,
            }),
            _ => "value".into(),
        }
    }
}

fn is_import(program: &Program, at: At) -> bool {
    let ExprKind::Name(name) = program.kind(at) else {
        return false;
    };
    program
        .module(at.file)
        .imports
        .iter()
        .any(|import| import.local == *name)
}

fn length(piece: &Piece) -> usize {
    match piece {
        Piece::Known(text, _) => text.len(),
        Piece::Hole(hole) => hole.name.len() + 2,
    }
}

/// A literal's stretches that stand one for one in the file.
fn pieces_of(text: &Text, whole: Span) -> Vec<Piece> {
    let mut found = Vec::new();
    for (number, run) in text.runs.iter().enumerate() {
        let end = text
            .runs
            .get(number + 1)
            .map_or(text.value.len(), |next| next.at as usize);
        let stretch = &text.value[run.at as usize..end];
        if !stretch.is_empty() {
            let span = Span::new(whole.file, run.source, run.source + stretch.len() as u32);
            found.push(Piece::Known(stretch.to_string(), Some(span)));
        }
    }
    if found.is_empty() && !text.value.is_empty() {
        found.push(Piece::Known(text.value.to_string(), None));
    }
    found
}

/// The place of a part of a stretch.
fn within(span: Span, text: &str, range: std::ops::Range<usize>) -> Option<Span> {
    (span.end - span.start == text.len() as u32).then(|| {
        Span::new(
            span.file,
            span.start + range.start as u32,
            span.start + range.end as u32,
        )
    })
}

enum Placeholder {
    /// A stretch of the template (its bytes there) and how it reads when filled.
    Text(std::ops::Range<usize>, String),
    Name(String),
}

fn placeholders(text: &str, style: FormatStyle) -> Vec<Placeholder> {
    match style {
        FormatStyle::Brace => braces(text),
        FormatStyle::Percent => percents(text),
        FormatStyle::Dollar => dollars(text),
    }
}

fn braces(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut last = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'}' if bytes.get(at + 1) == Some(&bytes[at]) => {
                found.push(Placeholder::Text(last..at + 1, text[last..=at].to_string()));
                at += 2;
                last = at;
            }
            b'{' => match text[at..].find('}') {
                Some(end)
                    if !text[at + 1..at + end].contains(['{', '\n', '"', ' '])
                        || text[at + 1..at + end].contains(':')
                            && !text[at + 1..at + end].contains(['\n', '"']) =>
                {
                    found.push(Placeholder::Text(last..at, text[last..at].to_string()));
                    found.push(Placeholder::Name(text[at + 1..at + end].to_string()));
                    at += end + 1;
                    last = at;
                }
                _ => at += 1,
            },
            _ => at += 1,
        }
    }
    found.push(Placeholder::Text(
        last..text.len(),
        text[last..].to_string(),
    ));
    found
}

fn mustache(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut last = 0;
    while let Some(open) = text[last..].find("{{") {
        let Some(close) = text[last + open..].find("}}") else {
            break;
        };
        let start = last + open;
        found.push(Placeholder::Text(
            last..start,
            text[last..start].to_string(),
        ));
        let name = text[start + 2..start + close].trim_matches(|c: char| !c.is_alphanumeric());
        found.push(Placeholder::Name(name.to_string()));
        last = start + close + 2;
    }
    found.push(Placeholder::Text(
        last..text.len(),
        text[last..].to_string(),
    ));
    found
}

fn percents(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let (mut last, mut at) = (0, 0);
    let bytes = text.as_bytes();
    while at + 1 < bytes.len() {
        if bytes[at] != b'%' {
            at += 1;
            continue;
        }
        if bytes[at + 1] == b'%' {
            found.push(Placeholder::Text(last..at + 1, text[last..=at].to_string()));
            at += 2;
            last = at;
            continue;
        }
        let (name, start) = match text[at + 1..]
            .strip_prefix('(')
            .and_then(|rest| rest.split_once(')'))
        {
            Some((name, _)) => (name.to_string(), at + name.len() + 3),
            None => (String::new(), at + 1),
        };
        let flags = text[start..]
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || b".-+# ".contains(byte))
            .count();
        let kind = bytes.get(start + flags);
        if kind.is_some_and(|kind| b"sdrfieEgGxXoca".contains(kind)) {
            found.push(Placeholder::Text(last..at, text[last..at].to_string()));
            found.push(Placeholder::Name(name));
            at = start + flags + 1;
            last = at;
        } else {
            at += 1;
        }
    }
    found.push(Placeholder::Text(
        last..text.len(),
        text[last..].to_string(),
    ));
    found
}

fn dollars(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let (mut last, mut at) = (0, 0);
    while let Some(dollar) = text[at..].find('$') {
        let start = at + dollar;
        let rest = &text[start + 1..];
        let (name, length) = match rest
            .strip_prefix('{')
            .and_then(|inner| inner.split_once('}'))
        {
            Some((name, _)) => (name.to_string(), name.len() + 2),
            None => {
                let length = rest
                    .find(|c: char| !c.is_alphanumeric() && c != '_')
                    .unwrap_or(rest.len());
                (rest[..length].to_string(), length)
            }
        };
        at = start + 1;
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        found.push(Placeholder::Text(
            last..start,
            text[last..start].to_string(),
        ));
        found.push(Placeholder::Name(name));
        at = start + 1 + length;
        last = at;
    }
    found.push(Placeholder::Text(
        last..text.len(),
        text[last..].to_string(),
    ));
    found
}
