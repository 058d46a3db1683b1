//! Follows an expression to the values that it may have: through names, members, parameters that a
//! caller gives, alternatives and functions of the project. It arrives at expressions that say
//! something themselves, or at parts known only at run time. What they say is not read here.

use super::HoleReason;
use super::env::{Env, Key};
use super::flat::{Open, Origin, hole_name};
use super::name;
use crate::index::{At, ClassRef, FnRef, Program, Target};
use crate::ir::{
    BinaryOp, BindingId, BindingKind, BlockId, ExprId, ExprKind, Extend, Module, Name, Owner,
    Param, ParamKind,
};
use crate::sdk::Sdks;
use crate::source::{FileId, Language};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// How deep expressions are followed.
const DEEPEST: usize = 48;
/// How many steps one request may take.
const FUEL: u32 = 12_000;
/// How many elements are gone through one by one.
pub(super) const MOST_UNROLLED: usize = 64;
/// How many additions to one value are followed.
const MOST_ADDED: usize = 400;
/// How many values of one expression are kept.
pub(super) const MOST_VALUES: usize = 12;

/// The receivers of calls; each environment is kept with what was found in it.
type Chains = HashMap<(At, Key), (Env, Rc<[Value]>)>;

/// Evaluates the expressions of one request.
pub(super) struct Eval<'p> {
    pub program: &'p Program,
    pub sdks: &'p Sdks,
    fuel: Cell<u32>,
    stack: RefCell<Vec<(At, Key, Job)>>,
    /// The receivers of calls, as far as they were asked for.
    pub chains: RefCell<Chains>,
}

/// What is being done with an expression: a circle is the same job on the same expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Job {
    Follow,
    Read,
    List,
    Field,
    Path,
    Carried,
}

/// A value that an expression may have.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub kind: Kind,
    /// What is added to it afterwards, in order.
    pub added: Vec<(Extend, At, Env)>,
    /// The names that it was reached by, whose members may be set one by one.
    names: Vec<(At, Env)>,
    /// Whether it holds only where the run gives none.
    pub fallback: bool,
}

/// A member of a value that is set or extended by a statement of its own.
pub(super) struct MemberSet {
    /// How it is extended; `None`: it is set.
    pub how: Option<Extend>,
    pub at: At,
    pub env: Env,
    /// Whether the statement surely runs before the use.
    pub sure: bool,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// An expression.
    Expr(At, Env),
    /// Known only at run time.
    Open(Open),
    /// A word that stands nowhere as a literal: the key of an entry.
    Word(String),
    /// Values that go together, as `items()` gives them.
    Pair(Vec<Value>),
}

impl Kind {
    fn alone(self) -> Value {
        Value {
            kind: self,
            added: Vec::new(),
            names: Vec::new(),
            fallback: false,
        }
    }
}

impl Value {
    /// The name that it was reached by, or the field or element that it is.
    pub fn reached_by(&self) -> Option<(At, &Env)> {
        self.names.first().map(|(at, env)| (*at, env))
    }

    /// The same, as what holds only where the run gives none.
    pub fn fallen_back(mut self) -> Value {
        self.fallback = true;
        self
    }

    pub fn expr(at: At, env: &Env) -> Value {
        Kind::Expr(at, env.clone()).alone()
    }

    pub fn open(open: Open) -> Value {
        Kind::Open(open).alone()
    }

    pub fn word(word: &str) -> Value {
        Kind::Word(word.to_string()).alone()
    }

    pub fn pair(values: Vec<Value>) -> Value {
        Kind::Pair(values).alone()
    }
}

impl<'p> Eval<'p> {
    pub fn new(program: &'p Program, sdks: &'p Sdks) -> Eval<'p> {
        Eval {
            program,
            sdks,
            fuel: Cell::new(FUEL),
            stack: RefCell::new(Vec::new()),
            chains: RefCell::default(),
        }
    }

    pub fn module(&self, at: At) -> &'p Module {
        self.program.module(at.file)
    }

    pub fn kind(&self, at: At) -> &'p ExprKind {
        self.program.kind(at)
    }

    /// Another expression of the same file.
    pub fn beside(&self, at: At, expr: ExprId) -> At {
        At { expr, ..at }
    }

    /// Runs `f` one level deeper; `None` in a circle, or when all steps are spent.
    pub fn deeper<T>(&self, at: At, env: &Env, job: Job, f: impl FnOnce() -> T) -> Option<T> {
        let key = (at, env.key(), job);
        let spent = self.fuel.get() == 0;
        if spent || self.stack.borrow().len() >= DEEPEST || self.stack.borrow().contains(&key) {
            return None;
        }
        self.fuel.set(self.fuel.get() - 1);
        self.stack.borrow_mut().push(key);
        let out = f();
        self.stack.borrow_mut().pop();
        Some(out)
    }

    /// Whether the job is being done already for an expression.
    pub fn is_on_the_way(&self, at: At, env: &Env, job: Job) -> bool {
        self.stack.borrow().contains(&(at, env.key(), job))
    }

    /// Whether all steps are spent: what was read then is not all there is.
    pub fn is_spent(&self) -> bool {
        self.fuel.get() == 0
    }

    /// Gives steps anew, for another question about the same request.
    pub fn refuel(&self) {
        self.fuel.set(FUEL);
    }

    /// The values that `at` may have; at least one.
    pub fn values(&self, at: At, env: &Env) -> Vec<Value> {
        let found = self.deeper(at, env, Job::Follow, || self.values_now(at, env));
        let mut found = found.unwrap_or_default();
        if found.is_empty() {
            found.push(Value::open(self.open(at, HoleReason::Expression)));
        }
        found.truncate(MOST_VALUES);
        found
    }

    /// The values that a value stands for.
    pub fn reduced(&self, value: &Value) -> Vec<Value> {
        let Kind::Expr(at, env) = &value.kind else {
            return vec![value.clone()];
        };
        let mut found = self.values(*at, env);
        for reached in &mut found {
            reached.added.extend(value.added.iter().cloned());
            reached.names.extend(value.names.iter().cloned());
            reached.fallback |= value.fallback;
        }
        found
    }

    /// The values of an expression that says something itself.
    pub fn expr_of<'v>(&self, value: &'v Value) -> Option<(At, &'v Env, &'p ExprKind)> {
        match &value.kind {
            Kind::Expr(at, env) => Some((*at, env, self.kind(*at))),
            _ => None,
        }
    }

    fn values_now(&self, at: At, env: &Env) -> Vec<Value> {
        match self.kind(at) {
            ExprKind::Choice(items) => self.each_of(at, items, env),
            ExprKind::Binary {
                op: BinaryOp::And,
                right,
                ..
            } => self.values(self.beside(at, *right), env),
            ExprKind::Name(_) => self.named(at, env),
            ExprKind::Member { object, name } => {
                self.member(at, self.beside(at, *object), name, env)
            }
            ExprKind::Index { object, index } => {
                self.indexed(at, self.beside(at, *object), index, env)
            }
            ExprKind::Element(over) => {
                let over = self.beside(at, *over);
                match env.at_hand(self.program, over) {
                    Some(value) => self.reduced(value),
                    None => self.any_text(over, env).unwrap_or_else(|| {
                        let mut element = Value::open(self.element_of(at, over, env));
                        element.names.push((at, env.clone()));
                        vec![element]
                    }),
                }
            }
            ExprKind::Call { .. } => self.called(at, env),
            _ => vec![Value::expr(at, env)],
        }
    }

    /// The values of several alternatives.
    pub fn each_of(&self, at: At, items: &[ExprId], env: &Env) -> Vec<Value> {
        let items = items.iter().map(|item| self.beside(at, *item));
        self.chosen(items.collect(), env)
            .into_iter()
            .take(MOST_VALUES)
            .flat_map(|item| self.values(item, env))
            .collect()
    }

    fn named(&self, at: At, env: &Env) -> Vec<Value> {
        let targets = self.program.resolve(at);
        let mut out = self.reached(at, &targets, true, env);
        if out.is_empty() {
            let shown = name::of(self.program, at);
            let why = format!("name not found: {shown}");
            out.push(Value::open(Open::missing(&shown, why, self.span(at))));
        }
        for value in out.iter_mut().filter(|value| value.names.len() < 6) {
            value.names.push((at, env.clone()));
        }
        out
    }

    /// A hole for an element of a list that only the run knows, or that a caller brings.
    fn element_of(&self, at: At, over: At, env: &Env) -> Open {
        let mut open = self.open(at, HoleReason::Loop);
        let list = self.values(over, env);
        open.origin = list.iter().find_map(|value| match &value.kind {
            Kind::Open(list) => list.origin,
            _ => None,
        });
        open
    }

    /// What the targets of a name or member stand for, in order.
    pub fn reached(&self, at: At, targets: &[Target], replaces: bool, env: &Env) -> Vec<Value> {
        let mut out: Vec<Value> = Vec::new();
        for target in targets {
            match target {
                Target::Value { at: value, .. } if *value == at => {}
                Target::Value { at: value, .. }
                    if targets.len() > 1 && self.never_runs(*value, env) => {}
                Target::Value {
                    at: value,
                    extend: None,
                    sure,
                } => {
                    if replaces && (*sure || self.is_made_of_itself(at, *value, env)) {
                        out.clear();
                    }
                    let values = self.values(*value, env);
                    out.extend(values.into_iter().map(|value| self.renamed(at, value)));
                }
                Target::Value {
                    at: value,
                    extend: Some(how),
                    ..
                } => {
                    if out.is_empty() {
                        out.push(Value::open(self.open(at, HoleReason::Expression)));
                    }
                    let added = (*how, *value, env.clone());
                    out.iter_mut()
                        .filter(|found| found.added.len() < 200)
                        .for_each(|found| found.added.push(added.clone()));
                }
                Target::Parameter { function, index } => {
                    out.extend(self.parameter(at, *function, *index, env));
                }
                Target::External(_) if self.is_path(at, env) => out.push(Value::expr(at, env)),
                Target::External(path) => {
                    let mut value = self.external(at, path);
                    value.names.push((at, env.clone()));
                    out.push(value);
                }
                Target::Declared { file, binding } => {
                    let given = self.declared(*file, *binding, env);
                    if !given.is_empty() {
                        out.extend(given);
                        continue;
                    }
                    let mut open = self.open(at, HoleReason::Member);
                    if let Some(expr) = self.program.module(*file)[*binding].annotation {
                        open.hole.ty = Some(name::written(self.program, At { file: *file, expr }));
                    }
                    out.push(Value::open(open));
                }
                Target::Function(_)
                | Target::Class(_)
                | Target::Instance(_)
                | Target::Module(_)
                | Target::Folder(_) => out.push(Value::expr(at, env)),
            }
            out.truncate(MOST_VALUES);
        }
        out
    }

    /// Whether a loop replaces parts of what a name stands for: then what it was before is in it.
    fn is_made_of_itself(&self, name: At, value: At, env: &Env) -> bool {
        let ExprKind::Name(of) = self.kind(name) else {
            return false;
        };
        // Inside itself it is what it was before.
        if self.is_on_the_way(value, env, Job::Read) {
            return false;
        }
        let module = self.module(value);
        let mut inner = &module[value.expr];
        if value.file != name.file || !module[inner.block].is_loop {
            return false;
        }
        while let ExprKind::Replace { subject, .. } = inner.kind {
            inner = &module[subject];
            if matches!(&inner.kind, ExprKind::Name(subject) if subject == of) {
                return true;
            }
        }
        false
    }

    /// A run-time value takes the name that the code gives it.
    fn renamed(&self, at: At, mut value: Value) -> Value {
        use HoleReason::{CallResult, Expression, Loop, Member};
        if let Kind::Open(open) = &mut value.kind
            && matches!(open.hole.reason, CallResult | Expression | Loop | Member)
        {
            open.hole.name = hole_name(&name::of(self.program, at));
        }
        value
    }

    /// The argument that a caller gives, else the default, else a hole.
    fn parameter(&self, at: At, function: FnRef, index: u32, env: &Env) -> Vec<Value> {
        let mut open = self.open(at, HoleReason::Parameter);
        open.origin = Some(Origin {
            function,
            whole: true,
        });
        let hole = vec![Value::open(open)];
        let module = self.program.module(function.file);
        let Some(param) = module[function.function].params.get(index as usize) else {
            return hole;
        };
        if param.kind == ParamKind::KeywordRest
            && let Some((call, outer)) = env.call_of(function)
        {
            // Its fields are the keywords that the caller gives.
            return vec![Value::expr(call, outer)];
        }
        if param.kind == ParamKind::Rest
            && let Some((call, outer)) = env.call_of(function)
            && let Some(rest) = self.program.rest_of_arguments(call, function, index)
        {
            let rest = rest.into_iter().map(|at| Value::expr(at, outer));
            return vec![Value::pair(rest.collect())];
        }
        let key = self.key_of(at, param);
        let default = key.as_ref().map_or(param.default, |(_, default)| *default);
        let default = default.map(|expr| At {
            file: function.file,
            expr,
        });
        if let Some(given) = env.argument(self.program, function, index) {
            let given = self.reduced(&given);
            let Some((key, _)) = key else { return given };
            let found = self.fields(&given, &key);
            return match (found.is_empty(), default) {
                (false, _) => found,
                (true, Some(default)) => self.values(default, env),
                // An object literal without the key gives nothing for it.
                (true, None) if self.all_maps(&given) => vec![Value::word("")],
                (true, None) if given.iter().any(|value| self.is_brought(value)) => {
                    vec![Value::open(self.part_of(at, &given))]
                }
                (true, None) => hole,
            };
        }
        let called = env.calls(function);
        let says = default.map(|default| self.values(default, env));
        match says.map(|values| self.saying(values, called)) {
            Some(values) if !values.is_empty() => values,
            _ if default.is_none()
                && !called
                && !module[function.function].decorators.is_empty() =>
            {
                let option = self.default_of_decorated(function, &param.name, env);
                match option.is_empty() {
                    true => hole,
                    false => option,
                }
            }
            _ if called && key.is_none() => vec![Value::word("")],
            _ => hole
                .into_iter()
                .map(|value| self.typed(value, param))
                .collect(),
        }
    }

    /// Whether a value is what callers bring.
    fn is_brought(&self, value: &Value) -> bool {
        matches!(&value.kind, Kind::Open(open) if open.origin.is_some())
    }

    /// Whether all keys of all values are known: objects into which nothing unknown is spread.
    fn all_maps(&self, values: &[Value]) -> bool {
        let is_map =
            |value: &Value| matches!(self.expr_of(value), Some((_, _, ExprKind::Map { .. })));
        values
            .iter()
            .all(|value| is_map(value) && self.spreads(value).iter().all(is_map))
    }

    fn typed(&self, mut value: Value, param: &Param) -> Value {
        if let Kind::Open(open) = &mut value.kind
            && param.fields.is_empty()
        {
            open.hole.ty = param.type_text.as_deref().map(str::to_string);
        }
        value
    }

    /// The values of a default that count: all of them if the caller relies on it, else those
    /// that say something.
    fn saying(&self, values: Vec<Value>, called: bool) -> Vec<Value> {
        let mut values: Vec<Value> = values
            .into_iter()
            .flat_map(|value| self.declared_default(value))
            .collect();
        if !called {
            values.retain(|value| match self.expr_of(value) {
                Some((_, _, ExprKind::Text(text))) => !text.value.trim().is_empty(),
                Some((_, _, ExprKind::List(items))) => !items.is_empty(),
                Some((_, _, ExprKind::Map { entries, .. })) => !entries.is_empty(),
                Some((_, _, kind)) => !matches!(
                    kind,
                    ExprKind::Null
                        | ExprKind::Bool(_)
                        | ExprKind::Opaque(_)
                        | ExprKind::Call { .. }
                ),
                None => false,
            });
        }
        values
    }

    /// The default inside what declares a parameter: `model=Option("gpt-4o")`.
    fn declared_default(&self, value: Value) -> Vec<Value> {
        let inner = match self.expr_of(&value) {
            Some((at, env, ExprKind::Call { .. })) => self.passed_on(at, env),
            _ => None,
        };
        inner.unwrap_or_else(|| vec![value])
    }

    /// For a destructured parameter, the key that the name `at` stands for, and its default.
    fn key_of(&self, at: At, param: &Param) -> Option<(Name, Option<ExprId>)> {
        let ExprKind::Name(local) = self.kind(at) else {
            return None;
        };
        let (key, _, default) = param.fields.iter().find(|(_, name, _)| name == local)?;
        Some((key.clone(), *default))
    }

    /// A value from outside the project.
    fn external(&self, at: At, path: &str) -> Value {
        if self.sdks.vocabulary().is_environment(path) {
            let mut open = self.open(at, HoleReason::Environment);
            open.why = Some("value from the environment".to_string());
            return Value::open(open);
        }
        if self.sdks.vocabulary().is_nothing(path) {
            return Value::word("");
        }
        if self.sdks.vocabulary().is_outside(path) {
            return Value::open(self.open(at, HoleReason::Member));
        }
        if path.contains(['(', '[', '#']) {
            let reason = match path.ends_with("()") {
                true => HoleReason::CallResult,
                false => HoleReason::Member,
            };
            return Value::open(self.open(at, reason));
        }
        let shown = name::of(self.program, at);
        let why = match path.contains('.') {
            true => format!("import not found: {path}"),
            false => format!("name not found: {shown}"),
        };
        Value::open(Open::missing(&shown, why, self.span(at)))
    }

    /// `object.name`: what the index finds, else what the object's own values hold.
    fn member(&self, at: At, object: At, name: &str, env: &Env) -> Vec<Value> {
        let targets = self.program.resolve(at);
        let vague = |target: &Target| match target {
            Target::External(path) => {
                path.contains(['(', '[', '#']) && !self.sdks.vocabulary().is_environment(path)
            }
            Target::Declared { file, binding } => self.declared(*file, *binding, env).is_empty(),
            _ => false,
        };
        let is_self = matches!(self.kind(object), ExprKind::SelfRef);
        if is_self {
            let found = self.supplied(at, name, env);
            if !found.is_empty() {
                return found;
            }
        }
        if is_self && env.has_maker() {
            let found = self.overriding_values(object, name, env, true);
            if !found.is_empty() {
                return found;
            }
        }
        if let Some(found) = self.of_given_struct(at, object, name, env) {
            return found;
        }
        if let Some(found) = self.of_returned(at, object, name, &targets, env) {
            return found;
        }
        if self.are_in_class_body(&targets) {
            let found = self.given_at_making(object, name, env);
            if !found.is_empty() {
                return found;
            }
        }
        if !targets.iter().all(vague) {
            // A statement replaces what was there; entries of a list's rows stand beside one another.
            let in_rows =
                |target: &Target| matches!(target, Target::Value { at, .. } if self.is_in_row(*at));
            let replaces =
                matches!(self.kind(object), ExprKind::Name(_)) && !targets.iter().any(in_rows);
            let mut found = self.reached(at, &targets, replaces, env);
            if is_self && found.iter().all(|value| self.is_left_open(value)) {
                found.extend(self.overriding_values(object, name, env, false));
            }
            if found
                .iter()
                .all(|value| self.is_left_open(value) || self.is_undeclared(value))
            {
                found.extend(self.set_elsewhere(object, name));
            }
            if is_self && !env.has_maker() && found.iter().all(|value| self.is_brought(value)) {
                found.extend(self.default_of_field(at, name, env));
            }
            return found;
        }
        if is_self {
            let found = self.overriding_values(object, name, env, false);
            if !found.is_empty() {
                return found;
            }
        }
        let given = self.values(object, env);
        let found = self.fields(&given, name);
        if !found.is_empty() {
            return found;
        }
        let found = self.part_of_any(&given, name);
        if !found.is_empty() {
            return found;
        }
        if given.iter().all(|value| self.is_brought(value)) {
            let found = self.of_handed_module(object, name, env);
            if !found.is_empty() {
                return found;
            }
        }
        if name == "name"
            && let Some(named) = self.names_of_members(&given)
        {
            return named;
        }
        if matches!(name, "value" | "name") && given.iter().all(|value| self.is_literal(value)) {
            return given;
        }
        let same = self.sdks.reading().is_same(name);
        if same && given.iter().all(|value| self.is_file_text(value)) {
            return given;
        }
        let option = self.default_of_option(&given, name);
        if !option.is_empty() {
            return option;
        }
        if self.is_path(at, env) || self.members_of_set(at, env).is_some() {
            return vec![Value::expr(at, env)];
        }
        let mut open = self.part_of(at, &given);
        if let Some(Target::Declared { .. }) = targets.first()
            && let Some(Kind::Open(declared)) = self
                .reached(at, &targets[..1], false, env)
                .pop()
                .map(|value| value.kind)
        {
            open.hole.ty = declared.hole.ty;
        }
        let mut field = Value::open(open);
        if is_self {
            field.names.push((at, env.clone()));
        }
        vec![field]
    }

    /// A field of what another function returns, as the call of it that is at hand gives it.
    fn of_returned(
        &self,
        at: At,
        object: At,
        name: &str,
        targets: &[Target],
        env: &Env,
    ) -> Option<Vec<Value>> {
        let own = self.program.function_of(at);
        let elsewhere = |target: &Target| match target {
            Target::Value { at: value, .. } => {
                let function = self.program.function_of(*value);
                function.is_some() && function != own
            }
            _ => false,
        };
        if matches!(self.kind(object), ExprKind::SelfRef) || !targets.iter().any(elsewhere) {
            return None;
        }
        let mut given = self.values(object, env);
        given.retain(|value| matches!(self.expr_of(value), Some((_, _, ExprKind::Map { .. }))));
        let found = self.fields(&given, name);
        (!found.is_empty()).then_some(found)
    }

    /// Whether a value is a field that is declared without one.
    fn is_undeclared(&self, value: &Value) -> bool {
        matches!(&value.kind, Kind::Open(open) if open.hole.reason == HoleReason::Member)
    }

    /// The values that statements elsewhere give a field which its class leaves open.
    fn set_elsewhere(&self, object: At, name: &str) -> Vec<Value> {
        let mut out = Vec::new();
        for target in self.program.origins(object) {
            if let Target::Instance(class) = target {
                let set = self.program.set_on_instances(class, name).into_iter();
                out.extend(set.flat_map(|at| self.values(at, &Env::default())));
            }
        }
        out
    }

    /// Whether a value says nothing, so that subclasses are expected to.
    fn is_left_open(&self, value: &Value) -> bool {
        match self.expr_of(value) {
            Some((_, _, ExprKind::Text(text))) => text.value.trim().is_empty(),
            Some((_, _, kind)) => matches!(kind, ExprKind::Null),
            None => false,
        }
    }

    fn is_literal(&self, value: &Value) -> bool {
        let expr = self.expr_of(value).map(|(_, _, kind)| kind);
        matches!(expr, Some(ExprKind::Text(_) | ExprKind::Number(_)))
    }

    /// The environment in which a method runs whose receiver the call `call` shows being made.
    pub fn of_receiver(&self, call: At, env: &Env) -> Env {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return env.clone();
        };
        let ExprKind::Member { object, .. } = self.kind(self.beside(call, *callee)) else {
            return env.clone();
        };
        let object = self.beside(call, *object);
        let mut out = env.clone();
        for value in self.values(object, env) {
            let Some((made, made_in, ExprKind::Call { callee, .. })) = self.expr_of(&value) else {
                continue;
            };
            for target in self.program.resolve(self.beside(made, *callee)) {
                let Target::Class(class) = target else {
                    continue;
                };
                if self.constructor(class).is_some() {
                    out = self.constructed(class, made, made_in).also(&out);
                }
                out = out.made(class, value.clone());
            }
        }
        out
    }

    /// The value that the maker of an instance gives for one of its declared fields.
    fn declared(&self, file: FileId, binding: BindingId, env: &Env) -> Vec<Value> {
        let module = self.program.module(file);
        let known = &module[binding];
        let Owner::Class(class) = module[known.scope].owner else {
            return Vec::new();
        };
        match env.maker(ClassRef { file, class }) {
            Some(made) => match self.field(made, &known.name) {
                found if found.is_empty() => self.given_to_field(made, &known.name),
                found => found,
            },
            None => self.default_of_attribute(file, binding, env),
        }
    }

    /// A hole for a part of values that are not known.
    pub fn part_of(&self, at: At, given: &[Value]) -> Open {
        let mut open = self.open(at, HoleReason::Member);
        for value in given {
            let Kind::Open(of) = &value.kind else {
                continue;
            };
            if matches!(
                of.hole.reason,
                HoleReason::Unresolved | HoleReason::Environment | HoleReason::Loop
            ) {
                open.hole.reason = of.hole.reason;
            }
            open.why = of.why.clone();
            open.origin = of.origin.map(|origin| Origin {
                whole: false,
                ..origin
            });
        }
        open
    }

    /// `object[index]`.
    fn indexed(&self, at: At, object: At, index: &[ExprId], env: &Env) -> Vec<Value> {
        if let ExprKind::Member { name, .. } = self.kind(object)
            && self.sdks.reading().path_member(name).is_some()
            && self.is_path(object, env)
        {
            return vec![Value::expr(at, env)];
        }
        let number = index.first().map(|index| self.beside(at, *index));
        if self.split_part(object, number, env).is_some() {
            return vec![Value::expr(at, env)];
        }
        let given = self.values(object, env);
        let index = number;
        if index.is_none_or(|index| matches!(self.kind(index), ExprKind::Opaque(_))) {
            // A slice is taken for the whole.
            return given;
        }
        let key = index.and_then(|index| self.constant_key(index, env));
        let mut out = Vec::new();
        for value in &given {
            out.extend(match &key {
                Some(key) if key == "0" && self.is_options(value) => vec![value.clone()],
                Some(key) => self.field(value, key),
                None => self.any_field(value),
            });
            out.truncate(MOST_VALUES);
        }
        if let (true, Some(key)) = (out.is_empty(), &key) {
            out = self.part_of_any(&given, key);
        }
        if out.is_empty() {
            out.push(Value::open(self.part_of(at, &given)));
        }
        out
    }

    /// All values of a table that is looked up with a key known only at run time.
    fn any_field(&self, value: &Value) -> Vec<Value> {
        match self.expr_of(value) {
            Some((_, _, ExprKind::Map { .. })) => self
                .entries(value)
                .iter()
                .flat_map(|(_, value)| self.reduced(value))
                .take(MOST_VALUES)
                .collect(),
            Some((at, env, ExprKind::List(items))) => {
                let items: Vec<ExprId> = items.iter().map(|item| item.value).collect();
                self.each_of(at, &items, env)
            }
            _ => Vec::new(),
        }
    }

    /// A key or number that is known.
    fn constant_key(&self, at: At, env: &Env) -> Option<String> {
        let values = self.values(at, env);
        let [value] = &values[..] else { return None };
        if let Kind::Word(word) = &value.kind {
            return Some(word.clone());
        }
        match self.expr_of(value)? {
            (_, _, ExprKind::Text(text)) => Some(text.value.to_string()),
            (_, _, ExprKind::Number(number)) => Some(number.to_string()),
            (at, _, ExprKind::Unary { not: false, .. }) => {
                Some(name::written(self.program, at).replace(' ', ""))
            }
            _ => None,
        }
    }

    /// A call: an entry that is asked for, the environment, what a function of the project returns;
    /// else the call itself.
    fn called(&self, at: At, env: &Env) -> Vec<Value> {
        let ExprKind::Call { callee, args } = self.kind(at) else {
            return Vec::new();
        };
        let callee = self.beside(at, *callee);
        let arg = |number: usize| args.get(number).map(|arg| self.beside(at, arg.value));
        if let ExprKind::Member { object, name } = self.kind(callee)
            && &**name == "get"
            && let Some(key) = arg(0)
            && args.len() <= 2
            && (args.len() < 2 || !self.is_sectioned(self.beside(at, *object)))
        {
            let mut found = self.entry_asked_for(self.beside(at, *object), key, env);
            let default = arg(1).into_iter();
            let default: Vec<Value> = default
                .flat_map(|default| self.values(default, env))
                .collect();
            let known = !found.is_empty();
            if known || default.iter().any(|value| self.is_literal(value)) {
                if known {
                    found.extend(default);
                    return found;
                }
                found.push(Value::open(self.open(at, HoleReason::Member)));
                found.extend(default.into_iter().map(Value::fallen_back));
                return found;
            }
            let stored = self.program.stored(at).into_iter();
            let stored = stored.filter(|value| *value != at);
            let stored: Vec<Value> = stored.flat_map(|value| self.values(value, env)).collect();
            if stored.iter().any(|value| self.expr_of(value).is_some()) {
                return stored;
            }
        }
        let environment = self.program.resolve(callee).into_iter().find_map(|target| {
            let Target::External(path) = target else {
                return None;
            };
            self.sdks.vocabulary().is_environment(&path).then_some(path)
        });
        if let Some(path) = environment {
            let default = arg(1)
                .into_iter()
                .flat_map(|default| self.values(default, env));
            // An empty one says that there is none.
            let known = default.filter(|value| self.is_literal(value) && !self.is_left_open(value));
            let known: Vec<Value> = known.map(Value::fallen_back).collect();
            return match known.is_empty() {
                true => vec![self.external(at, &path)],
                false => known,
            };
        }
        let read = self.file_read(at, callee, args, env);
        if !read.is_empty() {
            return read;
        }
        let asked = self.default_of_asked(at, env);
        if !asked.is_empty() {
            return asked;
        }
        let mut found = self.returned(at, env);
        if found.is_empty() && self.module(at).language == Language::Rust {
            found = self.through_option(callee, args, env);
        }
        match found.is_empty() {
            true => vec![Value::expr(at, env)],
            false => found,
        }
    }

    fn entry_asked_for(&self, object: At, key: At, env: &Env) -> Vec<Value> {
        let key = self.constant_key(key, env);
        let mut out = Vec::new();
        for value in self.values(object, env) {
            if matches!(self.expr_of(&value), Some((_, _, ExprKind::Map { .. }))) {
                out.extend(match &key {
                    Some(key) => self.field(&value, key),
                    None => self.any_field(&value),
                });
            }
        }
        out
    }

    /// What functions of the project return for this call, where that says more than the call.
    fn returned(&self, call: At, env: &Env) -> Vec<Value> {
        let mut out = Vec::new();
        let mut functions = self.program.callees(call);
        functions.truncate(3);
        functions.extend(self.overriding(call, &functions));
        for function in functions {
            let module = self.program.module(function.file);
            let inner = self.of_receiver(call, env).call(function, call);
            let returns = module[function.function].returns.iter();
            let returns = returns.map(|result| At {
                file: function.file,
                expr: *result,
            });
            for at in self
                .chosen(returns.collect(), &inner)
                .into_iter()
                .take(MOST_VALUES)
            {
                out.extend(self.values(at, &inner));
            }
        }
        let says = |value: &Value| match self.expr_of(value) {
            Some((_, _, kind)) => !matches!(kind, ExprKind::Null | ExprKind::Bool(_)),
            None => !value.added.is_empty(),
        };
        if !out.iter().any(says) {
            return Vec::new();
        }
        out.truncate(MOST_VALUES);
        out
    }

    /// The methods of subclasses that a call of a method without a result of its own may run.
    fn overriding(&self, call: At, known: &[FnRef]) -> Vec<FnRef> {
        let abstract_one = |function: &FnRef| {
            let module = self.program.module(function.file);
            module[function.function].returns.is_empty()
        };
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return Vec::new();
        };
        match self.kind(self.beside(call, *callee)) {
            ExprKind::Member { object, name } if known.iter().all(abstract_one) => {
                self.overriding_methods(self.beside(call, *object), name)
            }
            _ => Vec::new(),
        }
    }

    /// What the statements of a loop over a known list add, one element after the other; other
    /// additions stay as they are.
    pub fn unrolled(&self, added: &[(Extend, At, Env)]) -> Vec<(Extend, At, Env)> {
        let mut out = Vec::new();
        let mut rest = added;
        while let Some((_, at, env)) = rest.first() {
            let over = self.loop_over(*at, 6);
            let same = rest
                .iter()
                .take_while(|(_, next, _)| over.is_some() && self.loop_over(*next, 6) == over);
            let count = same.count().max(1);
            let (group, later) = rest.split_at(count);
            rest = later;
            let elements = over.and_then(|over| Some((over, self.list_at(over, env)?)));
            let Some((over, elements)) = elements else {
                out.extend_from_slice(group);
                continue;
            };
            for element in elements.into_iter().take(MOST_UNROLLED) {
                for (how, at, env) in group {
                    out.push((*how, *at, env.element(over, element.clone())));
                }
            }
        }
        out.truncate(MOST_ADDED);
        out
    }

    /// What the loop goes over whose variable stands in an expression.
    pub fn loop_over(&self, at: At, depth: u32) -> Option<At> {
        let depth = depth.checked_sub(1)?;
        match self.kind(at) {
            ExprKind::Element(over) => Some(self.beside(at, *over)),
            ExprKind::Name(_) => {
                self.program
                    .resolve(at)
                    .into_iter()
                    .find_map(|target| match target {
                        Target::Value {
                            at: value,
                            extend: None,
                            ..
                        } if value != at => match self.kind(value) {
                            ExprKind::Element(_) | ExprKind::Index { .. } => {
                                self.loop_over(value, depth)
                            }
                            _ => None,
                        },
                        _ => None,
                    })
            }
            // A comprehension goes over its elements itself.
            ExprKind::Each { .. } => None,
            kind => crate::ir::children(kind)
                .into_iter()
                .take(12)
                .find_map(|child| self.loop_over(self.beside(at, child), depth)),
        }
    }

    pub fn span(&self, at: At) -> crate::source::Span {
        self.program.expr(at).span
    }

    /// A hole for `at`.
    pub fn open(&self, at: At, reason: HoleReason) -> Open {
        Open::new(&name::of(self.program, at), reason, self.span(at))
    }

    /// The members of the names that a value was reached by, set or extended one by one.
    pub fn members_set(&self, value: &Value, name: &str) -> Vec<MemberSet> {
        let mut out = Vec::new();
        for (at, env) in &value.names {
            let ExprKind::Name(variable) = self.kind(*at) else {
                continue;
            };
            let (module, position) = (self.module(*at), self.span(*at).start);
            for id in &module.member_bindings {
                let binding = &module[*id];
                let same = *binding.name == *name
                    && binding.from <= position
                    && binding.object.is_some_and(|object| {
                        matches!(&module[object].kind, ExprKind::Name(of) if of == variable)
                    });
                let (how, value) = match binding.kind {
                    BindingKind::Set(value) => (None, value),
                    BindingKind::Extend { value, how } => (Some(how), value),
                    _ => continue,
                };
                // A variable of the same name elsewhere is another one.
                if same
                    && module.function_around(binding.scope)
                        == module.function_around(module[at.expr].scope)
                {
                    out.push(MemberSet {
                        how,
                        at: self.beside(*at, value),
                        env: env.clone(),
                        sure: is_around(module, binding.block, module[at.expr].block),
                    });
                }
            }
        }
        out
    }
}

/// Whether a block is another one or around it.
fn is_around(module: &Module, outer: BlockId, inner: BlockId) -> bool {
    let mut next = Some(inner);
    while let Some(block) = next {
        if block == outer {
            return true;
        }
        next = module[block].parent;
    }
    false
}
