//! Defaults that Rust's libraries read from attributes of fields and from builders of options:
//! `#[arg(default_value = "…")]`, `#[serde(default = "function")]`, `Arg::new("…").default_value("…")`.

use super::env::Env;
use super::eval::{Eval, Value};
use crate::index::{At, Target};
use crate::ir::{Arg, BindingId, ExprId, ExprKind};
use crate::source::FileId;

/// How many calls of a file are looked through for the declaration of an option.
const MOST_CALLS: usize = 4_000;
/// How long a chain of calls may be that declares one.
const LONGEST_CHAIN: usize = 24;

impl Eval<'_> {
    /// What an attribute of a declared field says that holds where the run gives none.
    pub fn default_of_attribute(&self, file: FileId, field: BindingId, env: &Env) -> Vec<Value> {
        let attributes = self.program.module(file)[field].decorators.iter();
        let attributes = attributes.map(|expr| At { file, expr: *expr });
        let found = attributes.flat_map(|at| self.default_in_attribute(at, env));
        found.map(Value::fallen_back).collect()
    }

    fn default_in_attribute(&self, at: At, env: &Env) -> Vec<Value> {
        let ExprKind::Call { args, .. } = self.kind(at) else {
            return Vec::new();
        };
        let option = &self.sdks.vocabulary().option;
        let called = self.program.called_name(at).unwrap_or_default();
        let is = |names: &[String]| names.iter().any(|name| name == called);
        let named = |arg: &&Arg| {
            let name = arg.name.as_deref();
            name.is_some_and(|name| option.default.iter().any(|known| known == name))
        };
        let Some(arg) = args.iter().find(named) else {
            return Vec::new();
        };
        let given = self.beside(at, arg.value);
        match (is(&option.attribute), is(&option.made_by)) {
            (true, _) => self.texts_at(given, env),
            (_, true) => self.made_by_named(given, env),
            _ => Vec::new(),
        }
    }

    /// What the function of the file makes whose name an attribute gives as a text.
    fn made_by_named(&self, name: At, env: &Env) -> Vec<Value> {
        let ExprKind::Text(text) = self.kind(name) else {
            return Vec::new();
        };
        let module = self.module(name);
        let mut functions = module.functions.iter();
        let function = functions.find(|function| *function.name == *text.value);
        let returns = function.into_iter().flat_map(|function| &function.returns);
        returns
            .flat_map(|expr| self.texts_at(self.beside(name, *expr), env))
            .collect()
    }

    fn texts_at(&self, at: At, env: &Env) -> Vec<Value> {
        let mut values = self.values(at, env);
        values.retain(|value| matches!(self.expr_of(value), Some((_, _, ExprKind::Text(_)))));
        values
    }

    /// The default of the option that a call asks for by its name: `matches.get_one("model")`.
    pub fn default_of_asked(&self, call: At, env: &Env) -> Vec<Value> {
        let option = &self.sdks.vocabulary().option;
        let called = self.program.called_name(call).unwrap_or_default();
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return Vec::new();
        };
        let (true, [key]) = (option.ask.iter().any(|name| name == called), &args[..]) else {
            return Vec::new();
        };
        let ExprKind::Text(key) = self.kind(self.beside(call, key.value)) else {
            return Vec::new();
        };
        let calls = self.module(call).calls.iter().take(MOST_CALLS);
        let calls = calls.map(|expr| self.beside(call, *expr));
        let mut defaults = calls.filter_map(|at| {
            let name = self.program.called_name(at)?;
            let sets = option.default.iter().any(|known| known == name);
            let (true, ExprKind::Call { args, .. }) = (sets, self.kind(at)) else {
                return None;
            };
            let given = args.first()?.value;
            self.is_made_with(at, &key.value)
                .then(|| self.beside(at, given))
        });
        let found = defaults.next().map(|at| self.texts_at(at, env));
        let found = found.into_iter().flatten();
        found.map(Value::fallen_back).collect()
    }

    /// Whether a chain of calls starts with one that is given this text first, and nothing else.
    fn is_made_with(&self, chain: At, text: &str) -> bool {
        let mut at = chain;
        for _ in 0..LONGEST_CHAIN {
            let ExprKind::Call { callee, args } = self.kind(at) else {
                return false;
            };
            let ExprKind::Member { object, .. } = self.kind(self.beside(at, *callee)) else {
                return false;
            };
            let object = self.beside(at, *object);
            if matches!(self.kind(object), ExprKind::Call { .. }) {
                at = object;
                continue;
            }
            let is_it = |expr: ExprId| matches!(self.kind(self.beside(at, expr)), ExprKind::Text(given) if *given.value == *text);
            let outside = |target: &Target| matches!(target, Target::External(_));
            let from_outside = self.program.resolve(object).iter().all(outside);
            return from_outside && matches!(&args[..], [only] if is_it(only.value));
        }
        false
    }
}
