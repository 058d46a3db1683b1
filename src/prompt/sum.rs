//! Arithmetic on numbers: `8192 + 4096` is a number, not two texts one after the other.

use super::env::Env;
use super::eval::{Eval, Value};
use super::flat::Flat;
use crate::index::At;
use crate::ir::{ExprId, ExprKind};

/// How deep sums are gone into.
const DEEPEST: u32 = 8;

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
        match kind {
            ExprKind::Number(number) => Some(*number),
            ExprKind::Unary {
                not: false,
                operand,
            } => of(*operand).map(|number| -number),
            ExprKind::Concat(items) => items.iter().map(|item| of(*item)).sum(),
            _ => None,
        }
    }

    /// The number that an expression is; `None` where it may be several things.
    fn only_number(&self, at: At, env: &Env, depth: u32) -> Option<f64> {
        match &self.values(at, env)[..] {
            [value] if value.added.is_empty() => self.number_in(value, depth),
            _ => None,
        }
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
        let sum = self.number_of(value)?;
        Some(Flat::plain(&sum.to_string()))
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
