//! Loops over lists that the code writes out: what the loop's variable, or a part of it, may be.

use super::eval::{Eval, Kind, Value};
use crate::index::At;
use crate::ir::{ExprKind, Parent};

/// How many rows of a list that a loop goes over are told apart.
const MOST_ROWS: usize = 8;

impl Eval<'_> {
    /// Whether an expression is an entry of a map that stands in a list.
    pub fn is_in_row(&self, at: At) -> bool {
        let around = |at: At| match self.program.expr(at).parent {
            Parent::Expr(around) => Some(at.with(around)),
            _ => None,
        };
        let list = around(at).and_then(around);
        list.is_some_and(|list| matches!(self.kind(list), ExprKind::List(_)))
    }

    /// A part of each row of the list that a loop goes over, where it is a prompt in all of them:
    /// `for name, prompt in [("a", "…"), …]`, `for row in rows: row["prompt"]`.
    pub fn part_of_any(&self, given: &[Value], key: &str) -> Vec<Value> {
        let found = given.iter().find_map(|value| {
            let (Kind::Open(_), (at, env)) = (&value.kind, value.reached_by()?) else {
                return None;
            };
            let ExprKind::Element(over) = self.kind(at) else {
                return None;
            };
            let rows = self.list_at(at.with(*over), env)?;
            if rows.len() > MOST_ROWS {
                return None;
            }
            let parts = rows.iter().map(|row| self.fields(&self.reduced(row), key));
            let parts: Vec<Vec<Value>> = parts.collect();
            let is_prompt = |part: &Vec<Value>| part.iter().any(|value| self.is_prompt(value));
            let all = !parts.is_empty() && parts.iter().all(is_prompt);
            all.then(|| parts.into_iter().flatten().collect())
        });
        found.unwrap_or_default()
    }
}
