//! What a method call does to its receiver: `text.push_str(x)`, `list.push(x)`,
//! `map.insert("key", x)`.

use super::Lowerer;
use crate::ir::{BindingKind, ExprId, ExprKind, Extend};

impl Lowerer<'_> {
    /// Binds what the call `id` of `receiver.method(…)` adds.
    pub(super) fn extension(&mut self, receiver: ExprId, method: &str, id: ExprId) {
        let ExprKind::Call { args, .. } = self.kind(id) else {
            return;
        };
        let args: Vec<ExprId> = args.iter().map(|arg| arg.value).collect();
        let from = self.span(id).end;
        if let ("insert", [key, value]) = (method, &args[..])
            && let ExprKind::Text(key) = self.kind(*key)
        {
            let (name, span) = (key.value.clone(), self.span(args[0]));
            let kind = BindingKind::Set(*value);
            self.builder.bind_member(receiver, &name, kind, span, from);
            return;
        }
        if let Some((value, how)) = self.added_by(method, &args) {
            self.assign(receiver, BindingKind::Extend { value, how }, from);
        }
    }

    fn added_by(&self, method: &str, args: &[ExprId]) -> Option<(ExprId, Extend)> {
        Some(match (method, args) {
            // Only a string takes a character.
            ("push", [value]) if self.is_char(*value) => (*value, Extend::Concat),
            ("push" | "push_back", [value]) => (*value, Extend::Append),
            ("push_front", [value]) => (*value, Extend::Prepend),
            ("insert", [at, value]) => match self.kind(*at) {
                ExprKind::Number(0.0) => (*value, Extend::Prepend),
                ExprKind::Number(_) => (*value, Extend::Append),
                _ => return None,
            },
            ("push_str" | "extend" | "extend_from_slice" | "append", [value]) => {
                (*value, Extend::Concat)
            }
            _ => return None,
        })
    }

    fn is_char(&self, id: ExprId) -> bool {
        matches!(self.kind(id), ExprKind::Text(_)) && self.written(self.span(id)).starts_with('\'')
    }
}
