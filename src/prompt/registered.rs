//! Templates that an engine is given under a name in one place, and asked for by it in another.

use super::env::Env;
use super::eval::{Eval, MOST_VALUES, Value};
use crate::index::At;
use crate::ir::ExprKind;

impl Eval<'_> {
    /// The texts of the templates that `names` name where an engine, the receiver of `call`, was given
    /// them.
    pub fn registered_templates(&self, call: At, names: &[Value], env: &Env) -> Vec<Value> {
        let names = names.iter().filter_map(|name| self.constant(name));
        let mut found = Vec::new();
        for name in names.take(MOST_VALUES) {
            found.extend(self.in_table(call, &name, env));
            if found.is_empty() {
                found.extend(self.given_under(call, &name));
            }
        }
        found
    }

    fn given_under(&self, call: At, name: &str) -> Vec<Value> {
        let registered = &self.sdks.registered;
        let second = |call: &At| match self.kind(*call) {
            ExprKind::Call { args, .. } => args.get(1).map(|arg| call.with(arg.value)),
            _ => None,
        };
        let given = |methods: &[String]| -> Vec<At> {
            let calls = methods
                .iter()
                .flat_map(|method| self.program.kept_by_calls(method, name, call.file));
            calls.filter_map(|call| second(&call)).collect()
        };
        let mut found = Vec::new();
        for text in given(&registered.text) {
            found.extend(self.values(text, &Env::default()));
        }
        for path in given(&registered.file) {
            let path = Value::expr(path, &Env::default());
            found.extend(self.template_files(&path, call.file));
        }
        found.truncate(MOST_VALUES);
        found
    }

    /// The entry of the table that the engine is made with: `Environment(loader=DictLoader({…}))`.
    fn in_table(&self, call: At, name: &str, env: &Env) -> Vec<Value> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return Vec::new();
        };
        let ExprKind::Member { object, .. } = self.kind(call.with(*callee)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for engine in self.values(call.with(*object), env) {
            let Some((made, inner, ExprKind::Call { args, .. })) = self.expr_of(&engine) else {
                continue;
            };
            let loaders = args
                .iter()
                .flat_map(|arg| self.values(made.with(arg.value), inner));
            for loader in loaders {
                let Some((at, inner, ExprKind::Call { args, .. })) = self.expr_of(&loader) else {
                    continue;
                };
                let called = self.program.called_name(at).unwrap_or_default();
                if self
                    .sdks
                    .registered
                    .table
                    .iter()
                    .any(|table| table == called)
                    && let Some(table) = args.first()
                {
                    let table = self.values(at.with(table.value), inner);
                    found.extend(self.fields(&table, name));
                }
            }
        }
        found
    }
}
