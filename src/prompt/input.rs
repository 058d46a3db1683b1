//! The inputs of a call, by the locations of the catalogue's rows: arguments, parts of them, and both
//! of these in the calls that the receiver passed through or that decorate the function called.

use super::env::Env;
use super::eval::{Eval, Kind, MOST_VALUES, Value};
use super::flat::Flat;
use crate::index::{At, FnRef};
use crate::ir::{Arg, ExprId, ExprKind, FunctionId};
use crate::source::{FileId, Language};
use std::borrow::Cow;
use std::rc::Rc;

/// The location of what is spread into a call whole: `generate(**inputs)`.
const SPREAD: &str = "**";
/// The location of all that a call is given one after the other: `chatprompt(system, user)`.
const ALL: &str = "*";
/// The step to the function that decorators make a call of.
const DECORATED: &str = "decorated";
/// The step to the definition that has the name of what is called, in a file of definitions.
const DEFINED: &str = "defined";
/// The step to the settings at the start of the file that a template of the receiver's chain names.
const SETTINGS: &str = "settings";
/// The step to a file whose path other inputs name: `file:{plugin}/{function}/prompt.txt`.
const FILE: &str = "file";
/// How many calls of a receiver's chain are gone through.
const MOST_RECEIVERS: usize = 60;

impl Eval<'_> {
    /// What the first of `locations` that a call fills holds, not yet followed. See
    /// [`crate::sdk::Sdks::input`] for the forms of a location.
    pub fn input(&self, call: At, env: &Env, locations: &[String]) -> Vec<Value> {
        locations
            .iter()
            .map(|location| self.at_location(call, env, location))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    fn at_location(&self, call: At, env: &Env, location: &str) -> Vec<Value> {
        let (step, path) = match location.split_once(':') {
            Some((step, path)) => (Some(step), path),
            None => (None, location),
        };
        if location == crate::sdk::RECEIVER {
            let object = crate::sdk::object_of(self.program, call);
            return object.into_iter().map(|at| Value::expr(at, env)).collect();
        }
        if step == Some(DECORATED) {
            return self.of_decorated(call, env, path);
        }
        if step == Some(DEFINED) {
            let defined: Vec<Value> = self.defined(call).into_iter().collect();
            return path
                .split('.')
                .fold(defined, |found, segment| self.fields(&found, segment));
        }
        if step == Some(FILE) {
            return match self.file_named(call, env, path) {
                Some(path) => self.template_files(&Value::word(&path), call.file),
                None => Vec::new(),
            };
        }
        if step == Some(SETTINGS) {
            let found = self.chain(call, env);
            let settings = found
                .iter()
                .flat_map(|value| self.settings(value))
                .collect();
            return path
                .split('.')
                .fold(settings, |found, segment| self.fields(&found, segment));
        }
        if let Some(generic) = path.strip_suffix("<>") {
            return self.type_argument(call, env, generic);
        }
        let Some(path) = self.keyed(call, env, path) else {
            return Vec::new();
        };
        let path = &*path;
        let Some(step) = step else {
            return self.in_call(call, env, path);
        };
        if let Some(method) = step.strip_prefix(crate::sdk::BESIDE) {
            let calls = crate::sdk::siblings(self.program, call, method).into_iter();
            return calls
                .flat_map(|call| self.in_call(call, env, path))
                .collect();
        }
        let named = |at: At| step == "new" || self.program.called_name(at) == Some(step);
        self.chain(call, env)
            .iter()
            .filter_map(|value| self.expr_of(value))
            .filter(|(at, ..)| named(*at))
            .map(|(at, env, _)| self.in_call(at, env, path))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// A path with the key filled in that another input names: `agents.[getAgent:0].model`; `None`
    /// where it is not known.
    fn keyed<'p>(&self, call: At, env: &Env, path: &'p str) -> Option<Cow<'p, str>> {
        let Some((before, rest)) = path.split_once('[') else {
            return Some(Cow::Borrowed(path));
        };
        let Some((location, after)) = rest.split_once(']') else {
            return Some(Cow::Borrowed(path));
        };
        let given = self.at_location(call, env, location);
        let key = given.iter().find_map(|value| self.constant(value))?;
        Some(Cow::Owned(format!("{before}{key}{after}")))
    }

    /// The chain of a call's receivers as the callers give it, then as it stands without them. A
    /// row asks for it by many locations, so it is kept.
    pub fn chain(&self, call: At, env: &Env) -> Rc<[Value]> {
        let key = (call, env.key());
        if let Some((_, known)) = self.chains.borrow().get(&key) {
            return known.clone();
        }
        let mut found = self.receivers(call, env);
        let mut plain = Vec::new();
        crate::sdk::receivers(self.program, call, 0, &mut plain);
        found.extend(plain.into_iter().map(|at| Value::expr(at, env)));
        let found: Rc<[Value]> = found.into();
        // The environment is kept, too: while it lives no other has its key.
        let kept = (env.clone(), found.clone());
        self.chains.borrow_mut().insert(key, kept);
        found
    }

    /// The calls that the receiver of a call passed through, the nearest first, with what their
    /// callers give; and the parts known only at run time that it starts from.
    pub fn receivers(&self, call: At, env: &Env) -> Vec<Value> {
        let mut found: Vec<Value> = Vec::new();
        let mut at_hand = Some((call, env.clone()));
        for next in 0.. {
            // A part known only at run time has no receiver to go on from.
            if let Some((at, env)) = at_hand.take()
                && let ExprKind::Call { callee, .. } = self.kind(at)
            {
                let object = crate::sdk::receiver(self.program, self.beside(at, *callee));
                let place = |value: &Value| self.expr_of(value).map(|(at, ..)| at);
                for value in self.values(object, &env) {
                    let at = place(&value);
                    let seen = at.is_some() && found.iter().any(|known| place(known) == at);
                    if !seen && found.len() < MOST_RECEIVERS {
                        found.push(value);
                    }
                }
            }
            let Some(value) = found.get(next) else {
                break;
            };
            at_hand = self.expr_of(value).map(|(at, env, _)| (at, env.clone()));
        }
        found.extend(self.decorators(call, env));
        found
    }

    /// What the function that is called is decorated with, which says how it is sent.
    fn decorators(&self, call: At, env: &Env) -> Vec<Value> {
        let Some(function) = self.program.decorated(call) else {
            return Vec::new();
        };
        let decorators = &self.program.module(function.file)[function.function].decorators;
        let decorators = decorators.iter().map(|expr| At {
            file: function.file,
            expr: *expr,
        });
        let made = decorators.flat_map(|at| match self.kind(at) {
            ExprKind::Call { .. } => vec![Value::expr(at, env)],
            // `@client.task`: what it hangs on.
            ExprKind::Member { object, .. } => self.values(self.beside(at, *object), env),
            _ => Vec::new(),
        });
        made.take(MOST_RECEIVERS).collect()
    }

    /// The definition that has the name of what is called, or of what a method of it is called on:
    /// `b.ExtractResume(text)`, `B.ExtractResume.call(text)`.
    pub fn defined(&self, call: At) -> Option<Value> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return None;
        };
        let mut at = self.beside(call, *callee);
        while let ExprKind::Member { object, name } = self.kind(at) {
            if let Some(defined) = self.program.defined(name, call.file) {
                return Some(Value::expr(defined, &Env::default()));
            }
            at = self.beside(at, *object);
        }
        None
    }

    /// A path with its inputs filled in, `{name[]}` being the key that an input is asked for by;
    /// `None` where one is not known.
    fn file_named(&self, call: At, env: &Env, pattern: &str) -> Option<String> {
        let mut path = String::new();
        for (number, part) in pattern.split('{').enumerate() {
            let (input, rest) = match number {
                0 => ("", part),
                _ => part.split_once('}')?,
            };
            if !input.is_empty() {
                path.push_str(&self.name_given(call, env, input)?);
            }
            path.push_str(rest);
        }
        Some(path)
    }

    fn name_given(&self, call: At, env: &Env, input: &str) -> Option<String> {
        let bare = input.strip_suffix("[]");
        let given = self.in_call(call, env, bare.unwrap_or(input));
        if bare.is_none() {
            return given.iter().find_map(|value| self.constant(value));
        }
        given.iter().find_map(|value| {
            let (at, env, kind) = self.expr_of(value)?;
            match kind {
                ExprKind::Index { index, .. } => {
                    let key = self.beside(at, *index.first()?);
                    self.constant(&Value::expr(key, env))
                }
                ExprKind::Member { name, .. } => Some(name.to_string()),
                _ => None,
            }
        })
    }

    /// The settings in the file that a template is made of.
    fn settings(&self, value: &Value) -> Vec<Value> {
        let Some((at, env, ExprKind::Call { .. })) = self.expr_of(value) else {
            return Vec::new();
        };
        let Some(row) = self.sdks.template_of(self.program, at) else {
            return Vec::new();
        };
        let files = self.template_file_of(at, env, row).into_iter();
        files.filter_map(|file| self.data_of(&file)).collect()
    }

    /// The texts of the functions that decorators of these names register with a call's receiver:
    /// `@agent.system_prompt`.
    pub fn registered(&self, call: At, names: &[&str], env: &Env) -> Vec<Vec<Flat>> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return Vec::new();
        };
        let ExprKind::Member { object, .. } = self.kind(self.beside(call, *callee)) else {
            return Vec::new();
        };
        let made = self.program.values(self.beside(call, *object));
        let mut files: Vec<FileId> = made.iter().map(|at| at.file).collect();
        files.dedup();
        let mut found = Vec::new();
        for file in files {
            let functions = self.program.module(file).functions.iter().enumerate();
            for (number, known) in functions.filter(|(_, known)| !known.decorators.is_empty()) {
                let registers = |expr: &ExprId| {
                    let mut at = At { file, expr: *expr };
                    if let ExprKind::Call { callee, .. } = self.kind(at) {
                        at = self.beside(at, *callee);
                    }
                    match self.kind(at) {
                        ExprKind::Member { object, name } if names.contains(&&**name) => {
                            let with = self.program.values(self.beside(at, *object));
                            with.iter().any(|value| made.contains(value))
                        }
                        _ => false,
                    }
                };
                if known.decorators.iter().any(registers) && found.len() < MOST_VALUES {
                    let function = FunctionId(number as u32);
                    found.push(self.made_by(call, FnRef { file, function }, env));
                }
            }
        }
        found
    }

    /// A part of the function that is sent when it is called: its documentation, what it returns,
    /// the type of that.
    fn of_decorated(&self, call: At, env: &Env, part: &str) -> Vec<Value> {
        let Some(function) = self.program.decorated(call) else {
            return Vec::new();
        };
        let known = &self.program.module(function.file)[function.function];
        // Functions that take the model first are read with their own parameters left open.
        let inner = match part {
            "open" => Env::default(),
            _ => env.call(function, call),
        };
        let exprs: Vec<ExprId> = match part {
            "doc" => known.doc.into_iter().collect(),
            "returns" => known.return_type.into_iter().collect(),
            _ => known.returns.clone(),
        };
        let value = |expr| {
            Value::expr(
                At {
                    file: function.file,
                    expr,
                },
                &inner,
            )
        };
        exprs.into_iter().take(MOST_VALUES).map(value).collect()
    }

    fn type_argument(&self, call: At, env: &Env, name: &str) -> Vec<Value> {
        let mut chain = vec![call];
        crate::sdk::receivers(self.program, call, 0, &mut chain);
        chain
            .into_iter()
            .filter(|at| self.program.called_name(*at) == Some(name))
            .find_map(|at| {
                let ExprKind::Call { callee, .. } = self.kind(at) else {
                    return None;
                };
                let ExprKind::Index { index, .. } = self.kind(self.beside(at, *callee)) else {
                    return None;
                };
                Some(vec![Value::expr(self.beside(at, *index.first()?), env)])
            })
            .unwrap_or_default()
    }

    fn in_call(&self, call: At, env: &Env, path: &str) -> Vec<Value> {
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return Vec::new();
        };
        let mut segments = path.split('.');
        let first = segments.next().unwrap_or_default();
        let found = self.given(call, args, first, env);
        segments.fold(found, |found, segment| {
            self.fields(&self.reduced_all(&found), segment)
        })
    }

    fn given(&self, call: At, args: &[Arg], name: &str, env: &Env) -> Vec<Value> {
        if let Ok(number) = name.parse() {
            return self.positional(call, args, number, env);
        }
        if name == ALL {
            let positional = args.iter().filter(|arg| arg.name.is_none());
            let value = |arg: &Arg| Value::expr(self.beside(call, arg.value), env);
            let all: Vec<Value> = positional.map(value).collect();
            return (all.len() > 1)
                .then(|| Value::pair(all))
                .into_iter()
                .collect();
        }
        if name == SPREAD {
            let spread = args.iter().filter(|arg| arg.spread);
            let value = |arg: &Arg| Value::expr(self.beside(call, arg.value), env);
            return spread.map(value).collect();
        }
        let found = self.keyword(call, args, name, env);
        if !found.is_empty() {
            return found;
        }
        for arg in args.iter().filter(|arg| arg.name.is_none()) {
            let mut given = self.values(self.beside(call, arg.value), env);
            if arg.spread {
                given = given.iter().flat_map(handed_on).collect();
            }
            given.retain(|value| !self.is_plain_call(value));
            let found = self.fields(&given, name);
            if !found.is_empty() {
                return found;
            }
        }
        self.of_parameter(call, name, env)
    }

    /// The positional argument of a number; a caller's arguments that are handed on (`...args`)
    /// count one by one.
    pub fn positional(&self, call: At, args: &[Arg], number: usize, env: &Env) -> Vec<Value> {
        let mut left = number;
        for arg in args.iter().filter(|arg| arg.name.is_none()) {
            let at = self.beside(call, arg.value);
            let parts = match arg.spread {
                false => vec![Value::expr(at, env)],
                true => self.values(at, env).iter().flat_map(handed_on).collect(),
            };
            if parts.is_empty() {
                break;
            }
            if let Some(part) = parts.get(left) {
                return vec![part.clone()];
            }
            left -= parts.len();
        }
        Vec::new()
    }

    /// What a call gives a parameter of the function of the project that it calls; else its default.
    fn of_parameter(&self, call: At, name: &str, env: &Env) -> Vec<Value> {
        if !self.sdks.is_taught() {
            return Vec::new();
        }
        let functions = self.program.callees(call).into_iter();
        let given = functions.filter_map(|function| {
            let params = &self.program.module(function.file)[function.function].params;
            let index = params.iter().position(|param| *param.name == *name)?;
            let default = params[index].default.map(|expr| At {
                file: function.file,
                expr,
            });
            let given = self.program.argument(call, function, index as u32);
            Some(Value::expr(given.or(default)?, env))
        });
        given.take(1).collect()
    }

    /// Whether a value is what a function or method of Python gives, whose keywords are its own; a
    /// class's are the fields of what it makes.
    fn is_plain_call(&self, value: &Value) -> bool {
        let Some((at, _, ExprKind::Call { .. })) = self.expr_of(value) else {
            return false;
        };
        let name = self.program.called_name(at).unwrap_or_default();
        self.module(at).language == Language::Python && name.starts_with(char::is_lowercase)
    }

    /// A keyword argument, also one that a spread gives.
    pub fn keyword(&self, call: At, args: &[Arg], name: &str, env: &Env) -> Vec<Value> {
        if let Some(arg) = args
            .iter()
            .rev()
            .find(|arg| arg.name.as_deref() == Some(name))
        {
            return vec![Value::expr(self.beside(call, arg.value), env)];
        }
        for arg in args.iter().rev().filter(|arg| arg.spread) {
            let found = self.fields(&self.values(self.beside(call, arg.value), env), name);
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }
}

/// The arguments that a rest parameter took.
fn handed_on(value: &Value) -> Vec<Value> {
    match &value.kind {
        Kind::Pair(parts) => parts.clone(),
        _ => Vec::new(),
    }
}
