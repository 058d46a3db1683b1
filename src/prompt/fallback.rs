//! Values that hold where the run gives none: the defaults of options of the command line, what a
//! form shows first, what the body of a class says of a field that a method may set.

use super::env::Env;
use super::eval::{Eval, Value};
use crate::index::{At, ClassRef, FnRef, Target};
use crate::ir::{Arg, BindingKind, ExprId, ExprKind};

/// How many calls of a file are looked through for the declaration of an option.
const MOST_CALLS: usize = 4_000;

impl Eval<'_> {
    /// The default of the option `name` of what a parser of the command line gives.
    pub fn default_of_option(&self, of: &[Value], name: &str) -> Vec<Value> {
        let parsed = of.iter().filter(|value| self.is_options(value));
        for (at, env, _) in parsed.filter_map(|value| self.expr_of(value)) {
            let calls = self.module(at).calls.iter().take(MOST_CALLS);
            let mut declared = calls.map(|expr| self.beside(at, *expr));
            if let Some(option) = declared.find(|at| self.declares(*at, name)) {
                return self.default_in(option, env);
            }
        }
        Vec::new()
    }

    /// Whether an object is asked for a section and a key, not for a key and what holds without it.
    pub fn is_sectioned(&self, object: At) -> bool {
        let packages = &self.sdks.vocabulary().model.sections;
        let is = |target: &Target| match target {
            Target::External(path) => packages.iter().any(|package| path.starts_with(&**package)),
            _ => false,
        };
        !packages.is_empty() && self.program.origins(object).iter().any(is)
    }

    /// Whether a value is what a parser of the command line gives; some give the rest of the line
    /// beside it (`args, rest = parser.parse_known_args()`).
    pub fn is_options(&self, value: &Value) -> bool {
        let read = &self.sdks.vocabulary().option.read;
        let called = match self.expr_of(value) {
            Some((at, _, ExprKind::Call { .. })) => self.program.called_name(at),
            _ => None,
        };
        called.is_some_and(|called| read.iter().any(|known| known == called))
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

    /// What a form shows first that asks the user: `st.selectbox("Model", ["a", "b"])`. `None`: the
    /// value is no such question.
    pub fn preset(&self, value: &Value) -> Option<Vec<Value>> {
        let (at, env, ExprKind::Call { .. }) = self.expr_of(value)? else {
            return None;
        };
        let form = &self.sdks.vocabulary().form;
        let called = self.program.called_name(at)?;
        if !form.ask.iter().any(|known| known == called) {
            return None;
        }
        let shown = self.reduced_all(&self.input(at, env, &form.preset));
        let place = self.reduced_all(&self.input(at, env, &form.place));
        let place = match place.first().and_then(|value| self.expr_of(value)) {
            Some((_, _, ExprKind::Number(number))) => Some(*number as usize),
            Some(_) => None,
            None => place.is_empty().then_some(0_usize),
        };
        let first = |value: Value| match self.elements(&value) {
            Some(elements) => place.and_then(|place| elements.get(place).cloned()),
            None => Some(value),
        };
        let shown = self.reduced_all(&shown.into_iter().filter_map(first).collect::<Vec<_>>());
        let is_text =
            |value: &Value| matches!(self.expr_of(value), Some((_, _, ExprKind::Text(_))));
        let texts = shown.into_iter().filter(is_text);
        Some(texts.map(Value::fallen_back).collect())
    }

    /// What the body of the class around says of the field `name`, where a method that its users may
    /// call sets it and the constructor does not.
    pub fn default_of_field(&self, at: At, name: &str, env: &Env) -> Vec<Value> {
        let module = self.module(at);
        let Some(class) = module.class_around(module[at.expr].scope) else {
            return Vec::new();
        };
        let file = at.file;
        let class = ClassRef { file, class };
        let set = self.program.class_member(class, name, 0);
        let in_constructor = |target: &Target| match target {
            Target::Value { at, .. } => {
                let function = self.program.function_of(*at);
                function.is_some_and(|function| self.is_constructor(function))
            }
            Target::Parameter { function, .. } => self.is_constructor(*function),
            _ => false,
        };
        if set.iter().any(in_constructor) {
            return Vec::new();
        }
        let own = module[module[class.class].scope].bindings.get(name);
        let own = own.into_iter().flatten();
        let own = own.filter_map(|binding| match module[*binding].kind {
            BindingKind::Set(expr) => Some(At { file, expr }),
            _ => None,
        });
        let texts = own.filter(|at| matches!(self.kind(*at), ExprKind::Text(_)));
        let texts = texts.map(|at| Value::expr(at, env).fallen_back());
        texts.collect()
    }

    fn is_constructor(&self, function: FnRef) -> bool {
        let name = &self.program.module(function.file)[function.function].name;
        matches!(&**name, "__init__" | "constructor")
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
