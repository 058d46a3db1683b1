//! Values that hold where the run gives none: the defaults of options of the command line.

use super::env::Env;
use super::eval::{Eval, Value};
use crate::index::{At, FnRef};
use crate::ir::{Arg, ExprId, ExprKind};

/// How many calls of a file are looked through for the declaration of an option.
const MOST_CALLS: usize = 4_000;

impl Eval<'_> {
    /// The default of the option `name` of what a parser of the command line gives.
    pub fn default_of_option(&self, of: &[Value], name: &str) -> Vec<Value> {
        let read = &self.sdks.vocabulary().option.read;
        let parsed = of.iter().filter_map(|value| match self.expr_of(value) {
            Some((at, env, ExprKind::Call { .. })) => Some((at, env)),
            _ => None,
        });
        for (at, env) in parsed {
            let called = self.program.called_name(at);
            if !called.is_some_and(|called| read.iter().any(|known| known == called)) {
                continue;
            }
            let calls = self.module(at).calls.iter().take(MOST_CALLS);
            let mut declared = calls.map(|expr| self.beside(at, *expr));
            if let Some(option) = declared.find(|at| self.declares(*at, name)) {
                return self.default_in(option, env);
            }
        }
        Vec::new()
    }

    /// The default of the option that a decorator of a function declares for a parameter of it.
    pub fn default_of_decorated(&self, function: FnRef, name: &str, env: &Env) -> Vec<Value> {
        let decorators = &self.program.module(function.file)[function.function].decorators;
        let at = |expr: &ExprId| At {
            file: function.file,
            expr: *expr,
        };
        let mut declared = decorators.iter().map(at);
        match declared.find(|at| self.declares(*at, name)) {
            Some(option) => self.default_in(option, env),
            None => Vec::new(),
        }
    }

    fn default_in(&self, option: At, env: &Env) -> Vec<Value> {
        let locations = &self.sdks.vocabulary().option.default;
        let mut found = self.reduced_all(&self.input(option, env, locations));
        found.retain(|value| matches!(self.expr_of(value), Some((_, _, ExprKind::Text(_)))));
        found.into_iter().map(Value::fallen_back).collect()
    }

    /// Whether a call declares the option `name`.
    fn declares(&self, at: At, name: &str) -> bool {
        let ExprKind::Call { args, .. } = self.kind(at) else {
            return false;
        };
        let declare = &self.sdks.vocabulary().option.declare;
        let called = self.program.called_name(at);
        let text = |arg: &Arg| match self.kind(self.beside(at, arg.value)) {
            ExprKind::Text(text) => Some(text.value.as_ref()),
            _ => None,
        };
        called.is_some_and(|called| declare.iter().any(|known| known == called))
            && args
                .iter()
                .filter(|arg| arg.name.as_deref().is_none_or(|name| name == "dest"))
                .filter_map(text)
                .any(|text| names_option(text, name))
    }
}

/// Whether `-m, --top-model <name>` names the option `topModel` or `top_model`.
fn names_option(text: &str, name: &str) -> bool {
    let bare = |word: &str| word.replace(['-', '_'], "").to_lowercase();
    let name = bare(name);
    text.split([',', ' ', '=', '|'])
        .any(|word| !word.is_empty() && bare(word) == name)
}
