//! Follows a reply forward: through members and names to what is done with it.

use super::env::Env;
use super::eval::{Eval, Value};
use super::{Use, Used};
use crate::index::{At, FnRef};
use crate::ir::{BinaryOp, BindingKind, ExprId, ExprKind, Parent};
use crate::sdk::ReplyUse;

const DEPTH: u32 = 24;
/// How many callers of a function that returns the reply are looked at.
const MOST_CALLERS: usize = 4;

impl Eval<'_> {
    /// How the result of a call is used, in the order met, each once.
    pub fn uses(&self, call: At) -> Vec<Used> {
        let mut found = Vec::new();
        let mut seen = Vec::new();
        self.follow(call, DEPTH, &mut seen, &mut found);
        found
    }

    fn follow(&self, at: At, depth: u32, seen: &mut Vec<At>, found: &mut Vec<Used>) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        if seen.contains(&at) || seen.len() > 200 {
            return;
        }
        seen.push(at);
        let module = self.program.module(at.file);
        match module[at.expr].parent {
            Parent::Statement => self.add(found, at, Use::Ignored),
            Parent::Condition | Parent::Declaration => {}
            Parent::Return(function) => {
                self.add(found, at, Use::Returned);
                let file = at.file;
                self.returned_to(FnRef { file, function }, depth, seen, found);
            }
            Parent::Binding(binding) => {
                let binding = &module[binding];
                if binding.object.is_some() || matches!(binding.kind, BindingKind::Extend { .. }) {
                    return;
                }
                let from = binding.from;
                for next in module.names.get(&binding.name).into_iter().flatten() {
                    let expr = &module[*next];
                    let reached = expr.span.start >= from && self.reaches(*next, at);
                    if reached {
                        self.follow(
                            At {
                                file: at.file,
                                expr: *next,
                            },
                            depth,
                            seen,
                            found,
                        );
                    }
                }
            }
            Parent::Expr(parent) => self.within(
                at,
                At {
                    file: at.file,
                    expr: parent,
                },
                depth,
                seen,
                found,
            ),
        }
    }

    /// What the callers of a function do with what it returns; of many, the first few tell.
    fn returned_to(&self, function: FnRef, depth: u32, seen: &mut Vec<At>, found: &mut Vec<Used>) {
        let named = !self.program.module(function.file)[function.function]
            .name
            .is_empty();
        let callers = named.then(|| self.program.callers(function));
        for call in callers.into_iter().flatten().take(MOST_CALLERS) {
            self.follow(call, depth, seen, found);
        }
    }

    /// Whether a name refers to the binding whose value is at hand.
    fn reaches(&self, name: ExprId, value: At) -> bool {
        self.program.resolve(At { file: value.file, expr: name }).iter().any(|target| {
            matches!(target, crate::index::Target::Value { at, .. } if *at == value || self.contains(*at, value))
        })
    }

    fn contains(&self, outer: At, inner: At) -> bool {
        outer.file == inner.file
            && self
                .program
                .expr(outer)
                .span
                .contains(self.program.expr(inner).span)
    }

    fn within(&self, at: At, parent: At, depth: u32, seen: &mut Vec<At>, found: &mut Vec<Used>) {
        match self.program.kind(parent) {
            ExprKind::Member { .. }
            | ExprKind::Choice(_)
            | ExprKind::Template(_)
            | ExprKind::Concat(_)
            | ExprKind::Replace { .. }
            | ExprKind::List(_)
            | ExprKind::Element(_) => {
                self.follow(parent, depth, seen, found);
            }
            ExprKind::Index { object, .. } if *object == at.expr => {
                self.follow(parent, depth, seen, found);
            }
            ExprKind::Index { object, .. } => {
                let texts = self.texts(parent.with(*object));
                if !texts.is_empty() {
                    self.add(found, parent, Use::In(texts));
                }
            }
            ExprKind::Map { .. } => self.follow(parent, depth, seen, found),
            ExprKind::Binary { op, left, right } => {
                self.compared(at, parent, *op, *left, *right, found)
            }
            ExprKind::Call { callee, args } => {
                if *callee == at.expr {
                    self.method(at, parent, args, depth, seen, found);
                } else {
                    self.passed(parent, depth, seen, found);
                }
            }
            _ => {}
        }
    }

    fn compared(
        &self,
        at: At,
        parent: At,
        op: BinaryOp,
        left: ExprId,
        right: ExprId,
        found: &mut Vec<Used>,
    ) {
        let other = if left == at.expr { right } else { left };
        let other = At {
            file: parent.file,
            expr: other,
        };
        match op {
            BinaryOp::Equal | BinaryOp::NotEqual => {
                if let Some(text) = self.literal_value(other) {
                    self.merge(found, parent, text);
                }
            }
            BinaryOp::In | BinaryOp::NotIn if left == at.expr => {
                let texts = self.texts(other);
                if !texts.is_empty() {
                    self.add(found, parent, Use::In(texts));
                }
            }
            BinaryOp::In | BinaryOp::NotIn => {
                if let Some(text) = self.literal_value(other) {
                    self.add(found, parent, Use::Contains(text));
                }
            }
            BinaryOp::Match => {
                let texts = self.texts(other);
                if !texts.is_empty() {
                    self.add(found, parent, Use::Equals(texts));
                }
            }
            BinaryOp::Compare => self.add(found, parent, Use::Number),
            _ => {}
        }
    }

    fn literal_value(&self, at: At) -> Option<String> {
        let text = self.constant(&Value::expr(at, &Env::default()))?;
        (!text.is_empty()).then_some(text)
    }

    fn texts(&self, at: At) -> Vec<String> {
        let elements = self.list_at(at, &Env::default()).unwrap_or_default();
        let texts = elements.iter().filter_map(|element| self.constant(element));
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The texts among which a call looks up what it is handed: `LABELS.includes(reply)`,
    /// `TABLE.get(reply)`; or of which an enum takes one (`Kind(reply)`).
    fn closed_set_of(&self, call: At) -> Option<Vec<String>> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return None;
        };
        let name = self.program.called_name(call)?;
        let among = self.sdks.vocabulary().handed_to(name) == Some(ReplyUse::Among);
        let callee = call.with(*callee);
        let set = match self.kind(callee) {
            ExprKind::Member { object, .. } if among => callee.with(*object),
            _ => {
                self.members_of_set(callee, &Env::default())?;
                callee
            }
        };
        let texts = self.texts(set);
        (!texts.is_empty()).then_some(texts)
    }

    /// A method of the reply: `.startswith("yes")`, `.split(",")`, `.parse::<i64>()`, or one that gives
    /// the reply itself.
    fn method(
        &self,
        at: At,
        call: At,
        args: &[crate::ir::Arg],
        depth: u32,
        seen: &mut Vec<At>,
        found: &mut Vec<Used>,
    ) {
        let first = args.first().map(|arg| At {
            file: call.file,
            expr: arg.value,
        });
        let method = self.program.called_name(call);
        match method.and_then(|name| self.sdks.vocabulary().called_on(name)) {
            Some(ReplyUse::Contains) => {
                if let Some(text) = first.and_then(|first| self.literal_value(first)) {
                    self.add(found, call, Use::Contains(text));
                }
            }
            Some(ReplyUse::Split) => self.add(found, call, Use::Split),
            Some(ReplyUse::Json) if args.is_empty() => self.follow(call, depth, seen, found),
            _ if method == Some("parse") && self.is_number_type(at) => {
                self.add(found, call, Use::Number)
            }
            _ => self.follow(call, depth, seen, found),
        }
    }

    /// `x.parse::<i64>()`.
    fn is_number_type(&self, callee: At) -> bool {
        let span = self.program.expr(callee).span;
        let text = self
            .program
            .text(callee.file)
            .get(span.range())
            .unwrap_or_default();
        ["<i", "<u", "<f"].iter().any(|ty| text.contains(ty))
    }

    fn passed(&self, call: At, depth: u32, seen: &mut Vec<At>, found: &mut Vec<Used>) {
        let Some(name) = self.program.called_name(call) else {
            return;
        };
        match self.sdks.vocabulary().handed_to(name) {
            Some(ReplyUse::Number) => self.add(found, call, Use::Number),
            Some(ReplyUse::Json) => self.add(found, call, Use::Json),
            Some(ReplyUse::Date) => self.add(found, call, Use::Date),
            Some(ReplyUse::Shown) => self.add(found, call, Use::Shown),
            _ if let Some(texts) = self.closed_set_of(call) => {
                self.add(found, call, Use::In(texts));
            }
            Some(ReplyUse::Among) => self.add(found, call, Use::Passed(name.to_string())),
            Some(_) => self.follow(call, depth, seen, found),
            None if self.sends(call) => self.add(found, call, Use::OtherPrompt),
            None => self.add(
                found,
                call,
                Use::Passed(name.trim_end_matches('!').to_string()),
            ),
        }
    }
}

impl Eval<'_> {
    /// Whether a call sends a prompt itself.
    fn sends(&self, call: At) -> bool {
        self.sdks.is_call(self.program, call)
    }

    fn add(&self, found: &mut Vec<Used>, at: At, how: Use) {
        if found.len() < 12 && !found.iter().any(|used| used.how == how) {
            let span = self.program.expr(at).span;
            found.push(Used { how, span });
        }
    }

    /// Several comparisons with literals are one set.
    fn merge(&self, found: &mut Vec<Used>, at: At, text: String) {
        for used in found.iter_mut() {
            if let Use::Equals(texts) = &mut used.how {
                if !texts.contains(&text) {
                    texts.push(text);
                }
                return;
            }
        }
        self.add(found, at, Use::Equals(vec![text]));
    }
}
