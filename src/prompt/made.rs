//! Messages that no row of the catalogue names, but whose making tells the role: a role and a text
//! side by side, a variant or a type named after the role, a constructor named after it, calls that
//! add one message each.

use super::Role;
use super::env::Env;
use super::eval::{Eval, Job, Kind, Value};
use super::flat::Flat;
use super::messages::{Draft, Drafts, product};
use crate::index::{At, FnRef, Target};
use crate::ir::{Arg, ExprKind};
use crate::source::Language;

/// How many texts of a list that a loop goes over are told apart.
const MOST_TEXTS: usize = 8;

impl Eval<'_> {
    /// The role that a call's making tells, and where the content is: `Message::new(Role::User, …)`,
    /// `Message::user(…)`.
    pub fn made_message(&self, at: At) -> Option<(Role, At)> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return None;
        };
        let positional = |number: usize| {
            let arg: &Arg = args.get(number).filter(|arg| arg.name.is_none())?;
            Some(self.beside(at, arg.value))
        };
        let first = positional(0)?;
        if let ExprKind::Member { name, .. } = self.kind(first)
            && let Some(role) = self.sdks.vocabulary().role(name)
            && let Some(content) = positional(1)
        {
            return Some((role, content));
        }
        let ExprKind::Member { name, .. } = self.kind(self.beside(at, *callee)) else {
            return None;
        };
        let role = self.role_of_constructor(name)?;
        // What the project's own constructor makes is read there.
        self.program.callees(at).is_empty().then_some((role, first))
    }

    /// The role that the type or variant of a struct literal is named after: `ChatMessage::User { … }`.
    pub fn role_of_literal(&self, value: &Value) -> Option<Role> {
        let Some((at, _, ExprKind::Map { of: Some(of), .. })) = self.expr_of(value) else {
            return None;
        };
        match self.kind(self.beside(at, *of)) {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => self.role_of_type(name),
            _ => None,
        }
    }

    /// A field of a struct that a caller hands in: what this caller gives, or, where callers are yet
    /// to be followed, a part of the parameter. What other code fills the field with is not it.
    pub fn of_given_struct(&self, at: At, object: At, name: &str, env: &Env) -> Option<Vec<Value>> {
        if self.module(at).language != Language::Rust {
            return None;
        }
        let targets = self.program.resolve(object);
        let [Target::Parameter { function, index }] = targets[..] else {
            return None;
        };
        if self.has_default(at) {
            return None;
        }
        if let Some(given) = env.argument(self.program, function, index) {
            let given = self.reduced(&given);
            let found = self.fields(&given, name);
            if !found.is_empty() {
                return Some(found);
            }
            let handed_on =
                |value: &Value| matches!(&value.kind, Kind::Open(open) if open.origin.is_some());
            let open = given.iter().any(handed_on);
            return open.then(|| vec![Value::open(self.part_of(at, &given))]);
        }
        if self.program.callers(function).is_empty() {
            return None;
        }
        let given = self.values(object, env);
        Some(vec![Value::open(self.part_of(at, &given))])
    }

    /// Whether a field's default is written out: `impl Default for Config`.
    fn has_default(&self, field: At) -> bool {
        let is_default = |target: Target| match target {
            Target::Value { at, .. } => self.program.function_of(at).is_some_and(|function| {
                *self.program.module(function.file)[function.function].name == *"default"
            }),
            _ => false,
        };
        self.program.resolve(field).into_iter().any(is_default)
    }

    /// Each text of a list that the code writes out, for a loop that sends them one by one.
    pub fn any_text(&self, over: At, env: &Env) -> Option<Vec<Value>> {
        let values = self.values(over, env);
        let (at, inner, kind) = values.iter().find_map(|value| {
            let found = self.expr_of(value)?;
            matches!(found.2, ExprKind::List(_) | ExprKind::Each { .. }).then_some(found)
        })?;
        let items = match kind {
            ExprKind::List(items) => items,
            // One text for each of what only the run knows.
            ExprKind::Each { item, .. } => {
                let texts = self.values(self.beside(at, *item), inner);
                return texts
                    .iter()
                    .all(|text| self.is_prompt(text))
                    .then_some(texts);
            }
            _ => return None,
        };
        if items.is_empty() || items.len() > MOST_TEXTS {
            return None;
        }
        let elements = self.list_at(over, env)?;
        let texts: Vec<Value> = elements
            .iter()
            .flat_map(|element| self.reduced(element))
            .collect();
        texts
            .iter()
            .all(|text| self.is_prompt(text))
            .then_some(texts)
    }

    /// Whether a value is a text that may be a prompt: single words are what one is filled with.
    pub fn is_prompt(&self, value: &Value) -> bool {
        match self.expr_of(value) {
            Some((_, _, ExprKind::Text(text))) => text.value.split_whitespace().count() > 2,
            Some((_, _, ExprKind::Template(_) | ExprKind::Format { .. })) => true,
            _ => false,
        }
    }

    /// What closures make of an option's value where they make texts: `name.map(|n| format!(…))`,
    /// `name.map_or(…, |n| format!(…))`, `flag.then(|| "…")`.
    pub fn through_option(&self, callee: At, args: &[Arg], env: &Env) -> Vec<Value> {
        let ExprKind::Member { object, name } = self.kind(callee) else {
            return Vec::new();
        };
        let arg = |number: usize| args.get(number).map(|arg| self.beside(callee, arg.value));
        let (default, made) = match (&**name, args.len()) {
            ("map" | "and_then" | "then", 1) => (None, arg(0)),
            ("map_or" | "map_or_else", 2) => (arg(0), arg(1)),
            ("then_some", 1) => (arg(0), None),
            _ => return Vec::new(),
        };
        let object = self.beside(callee, *object);
        // Each element of a list becomes a text: that is no option's.
        if self.list_at(object, env).is_some() {
            return Vec::new();
        }
        let given = Value::expr(object, env);
        let mut found = made.map_or_else(Vec::new, |made| self.closure_texts(made, given, env));
        if !found.is_empty() || made.is_none() {
            let default = default.map_or_else(Vec::new, |default| match self.kind(default) {
                ExprKind::Lambda(_) => {
                    let nothing = Value::word("");
                    self.closure_texts(default, nothing, env)
                }
                _ => self.values(default, env),
            });
            found.extend(default);
        }
        found
    }

    /// The texts that a closure gives for a value.
    fn closure_texts(&self, closure: At, given: Value, env: &Env) -> Vec<Value> {
        let ExprKind::Lambda(function) = self.kind(closure) else {
            return Vec::new();
        };
        let returns = &self.module(closure)[*function].returns;
        let function = FnRef {
            file: closure.file,
            function: *function,
        };
        let env = env.parameter(function, 0, given);
        let found: Vec<Value> = returns
            .iter()
            .flat_map(|result| self.values(self.beside(closure, *result), &env))
            .collect();
        let is_text = |value: &Value| {
            let kind = self.expr_of(value).map(|(_, _, kind)| kind);
            matches!(
                kind,
                Some(ExprKind::Text(_) | ExprKind::Template(_) | ExprKind::Concat(_))
            )
        };
        match found.iter().any(is_text) {
            true => found,
            false => Vec::new(),
        }
    }

    /// What a variant or newtype of Rust with one value holds: `Content::Text(text)`.
    pub fn wrapped_value(&self, at: At) -> Option<At> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return None;
        };
        let [only] = &args[..] else { return None };
        let (ExprKind::Name(name) | ExprKind::Member { name, .. }) =
            self.kind(self.beside(at, *callee))
        else {
            return None;
        };
        let is_type = name.starts_with(char::is_uppercase);
        let is_rust = self.module(at).language == Language::Rust;
        (is_type && is_rust).then(|| self.beside(at, only.value))
    }

    /// The messages that a chain of calls adds one by one, after those that its start is made of.
    pub fn chained_messages(&self, at: At, env: &Env, role: Role) -> Option<Vec<Drafts>> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return None;
        };
        let own = match self.made_message(at) {
            Some((role, content)) => Some(self.drafts(role, &Value::expr(content, env))),
            None => match &args[..] {
                [only] => self.one_message(Value::expr(self.beside(at, only.value), env), role),
                _ => None,
            },
        };
        let before = match self.kind(self.beside(at, *callee)) {
            ExprKind::Member { object, .. } => {
                let object = self.beside(at, *object);
                self.deeper(at, env, Job::List, || {
                    self.start_of_chain(object, env, role)
                })
                .flatten()
            }
            _ => None,
        };
        match (before, own) {
            (Some(before), Some(own)) => Some(product(before, &own)),
            (before, own) => before.or(own),
        }
    }

    fn start_of_chain(&self, object: At, env: &Env, role: Role) -> Option<Vec<Drafts>> {
        self.values(object, env).iter().find_map(|value| {
            let (at, env, kind) = self.expr_of(value)?;
            let ExprKind::Call { args, .. } = kind else {
                return None;
            };
            self.chained_messages(at, env, role)
                .or_else(|| self.built_messages(at, args, env, role))
        })
    }

    fn one_message(&self, value: Value, role: Role) -> Option<Vec<Drafts>> {
        self.is_message(&value).then(|| self.messages(&value, role))
    }

    pub fn drafts(&self, role: Role, content: &Value) -> Vec<Drafts> {
        let draft = |text: Flat| {
            vec![Draft {
                role,
                text,
                several: false,
            }]
        };
        self.content(content).into_iter().map(draft).collect()
    }

    /// `user`, `new_system_message`, `from_user`, `user_message`.
    fn role_of_constructor(&self, name: &str) -> Option<Role> {
        let name = name.strip_prefix("new_").unwrap_or(name);
        let name = name.strip_prefix("from_").unwrap_or(name);
        let name = name.strip_suffix("_message").unwrap_or(name);
        self.sdks.vocabulary().role(name)
    }

    /// `User`, `UserMessage`, `ChatCompletionRequestSystemMessage`.
    fn role_of_type(&self, name: &str) -> Option<Role> {
        let bare = name.strip_suffix("Message").unwrap_or(name);
        let start = bare.rfind(char::is_uppercase)?;
        self.sdks.vocabulary().role(&bare[start..])
    }
}
