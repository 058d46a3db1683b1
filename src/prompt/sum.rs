//! Arithmetic on numbers: `8192 + 4096` is a number, not two texts one after the other; and texts
//! that are repeated.

use super::env::Env;
use super::eval::{Eval, Value};
use super::flat::{Flat, MOST_VARIANTS};
use crate::index::At;
use crate::ir::{BinaryOp, ExprId, ExprKind};
use crate::sdk::ReplyUse;
use crate::source::Language;

/// How deep sums are gone into.
const DEEPEST: u32 = 8;
/// How often a text is repeated.
const MOST_REPEATED: f64 = 400.0;

impl Eval<'_> {
    /// The number that a value is, where all that it is made of is known.
    pub fn number_of(&self, value: &Value) -> Option<f64> {
        self.number_in(value, 0)
    }

    fn number_in(&self, value: &Value, depth: u32) -> Option<f64> {
        let (at, env, kind) = self.expr_of(value)?;
        if depth > DEEPEST {
            return None;
        }
        let of = |expr: ExprId| self.only_number(self.beside(at, expr), env, depth + 1);
        let found = match kind {
            ExprKind::Number(number) => *number,
            ExprKind::Unary {
                not: false,
                operand,
            } => -of(*operand)?,
            ExprKind::Concat(items) => items.iter().map(|item| of(*item)).sum::<Option<f64>>()?,
            ExprKind::Binary { op, left, right } => {
                let whole = self.module(at).language == Language::Rust;
                computed(*op, of(*left)?, of(*right)?, whole)?
            }
            ExprKind::Call { .. } => return self.converted(value, depth),
            _ => return None,
        };
        found.is_finite().then_some(found)
    }

    /// The number that an expression is; `None` where it may be several things.
    fn only_number(&self, at: At, env: &Env, depth: u32) -> Option<f64> {
        match &self.values(at, env)[..] {
            [value] if value.added.is_empty() => self.number_in(value, depth),
            _ => None,
        }
    }

    /// What `int(…)`, `Number(…)` make of a number or of a text that is one; what stands for the
    /// default that it is given (`Field(default=0.2)`).
    fn converted(&self, value: &Value, depth: u32) -> Option<f64> {
        let (at, env, ExprKind::Call { args, .. }) = self.expr_of(value)? else {
            return None;
        };
        if let Some(inner) = self.passed_on(at, env) {
            let mut inner = inner.iter();
            return inner.find_map(|value| self.number_in(value, depth + 1));
        }
        let called = self.program.called_name(at)?;
        if self.sdks.vocabulary().handed_to(called) != Some(ReplyUse::Number) {
            return None;
        }
        let given = self.values(self.beside(at, args.first()?.value), env);
        given.iter().find_map(|value| {
            let (_, _, kind) = self.expr_of(value)?;
            match kind {
                ExprKind::Text(text) => text.value.trim().parse().ok(),
                _ => self.number_in(value, depth + 1),
            }
        })
    }

    /// The text of a number that is computed of known ones.
    pub fn computed_text(&self, value: &Value) -> Option<Flat> {
        let number = self.number_of(value)?;
        Some(Flat::plain(&number.to_string()))
    }

    /// The text of a sum of numbers.
    pub fn sum(&self, value: &Value, items: &[ExprId]) -> Option<Flat> {
        let (at, ..) = self.expr_of(value)?;
        let first = self.beside(at, *items.first()?);
        // A text among the operands makes it one of texts; only a number makes it worth asking.
        if matches!(
            self.kind(first),
            ExprKind::Text(_) | ExprKind::Template(_) | ExprKind::List(_) | ExprKind::Format { .. }
        ) {
            return None;
        }
        self.computed_text(value)
    }

    /// A text so many times: `"-" * 40`, `"-".repeat(40)`.
    pub fn repeated(&self, text: At, times: At, env: &Env) -> Option<Vec<Flat>> {
        if !matches!(self.kind(text), ExprKind::Text(_)) {
            return None;
        }
        let times = self.only_number(times, env, 0)?;
        if !(0.0..=MOST_REPEATED).contains(&times) {
            return None;
        }
        let mut texts = self.text(text, env);
        texts.truncate(MOST_VARIANTS);
        for flat in &mut texts {
            let once = std::mem::take(flat);
            (0..times as usize).for_each(|_| flat.extend(&once));
        }
        Some(texts)
    }

    /// Whether one of what is added up is a number, so that the whole is no text.
    pub fn has_number(&self, at: At, items: &[ExprId], env: &Env) -> bool {
        items.iter().any(|item| {
            let values = self.values(self.beside(at, *item), env);
            let mut values = values.iter();
            values.any(|value| self.number_of(value).is_some())
        })
    }
}

/// What an operator makes of two numbers. Where only the type says whether a quotient is a whole
/// number, one that is none is not known.
fn computed(op: BinaryOp, left: f64, right: f64, typed: bool) -> Option<f64> {
    match op {
        BinaryOp::Minus => Some(left - right),
        BinaryOp::Times => Some(left * right),
        BinaryOp::Divide if typed && left.fract() == 0.0 && right.fract() == 0.0 => {
            let quotient = left / right;
            (quotient.fract() == 0.0).then_some(quotient)
        }
        BinaryOp::Divide => Some(left / right),
        BinaryOp::Floor => Some((left / right).floor()),
        BinaryOp::Power => Some(left.powf(right)),
        BinaryOp::Shift => Some(left * right.exp2()),
        _ => None,
    }
}
