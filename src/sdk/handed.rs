//! Methods of a client that are handed to a function together with what it is to call them with:
//! `with_retries(client.chat.completions.create, model=…, messages=…)`.

use super::{CallRow, Found, Sdks};
use crate::index::{At, Program};
use crate::ir::ExprKind;

/// How many arguments are looked at for a method.
const MOST_ARGUMENTS: usize = 4;

impl Sdks {
    /// The request that a call makes with the method that it is handed: the inputs of the method's row
    /// stand beside it under their names.
    pub(super) fn by_argument<'s>(&'s self, program: &Program, call: At) -> Option<Found<'s>> {
        let ExprKind::Call { callee, args } = program.kind(call) else {
            return None;
        };
        if args.is_empty() {
            return None;
        }
        let beside = || self.method_handed(program, call).filter(|_| args.len() > 1);
        // `create = with_retries(client.chat.completions.create)`, then `create(messages=…)`.
        let before = || {
            let callee = call.with(*callee);
            if !matches!(program.kind(callee), ExprKind::Name(_)) {
                return None;
            }
            let mut made = program.values(callee).into_iter();
            made.find_map(|made| self.method_handed(program, made))
        };
        let row = beside().or_else(before)?;
        let inputs = row.inputs.messages.iter().chain(&row.inputs.prompt);
        let by_name = |location: &&String| {
            let first = location.chars().next();
            first.is_some_and(char::is_alphabetic) && !location.contains(':')
        };
        let named: Vec<String> = inputs.filter(by_name).cloned().collect();
        let is_given = !named.is_empty() && !self.input(program, call, &named).is_empty();
        is_given.then_some(Found {
            call,
            sdk: &self.sdks[row.sdk],
            row,
            by_shape: false,
        })
    }

    /// The row of a client's method that a call is handed.
    fn method_handed(&self, program: &Program, call: At) -> Option<&CallRow> {
        let ExprKind::Call { args, .. } = program.kind(call) else {
            return None;
        };
        let handed = args.iter().take(MOST_ARGUMENTS);
        handed.map(|arg| call.with(arg.value)).find_map(|at| {
            let ExprKind::Member { name, .. } = program.kind(at) else {
                return None;
            };
            let known = self.methods.contains(&**name);
            known.then(|| self.row_of(&program.origins(at))).flatten()
        })
    }
}
