//! Which model a call is sent to: named where the row of the catalogue says, by an object that the
//! call is made on or is given, or the SDK's own choice.

use super::{Reader, Source};
use crate::index::{At, ClassRef, FnRef};
use crate::ir::ExprKind;
use crate::prompt::HoleReason;
use crate::prompt::env::Env;
use crate::prompt::eval::{Kind, Value};
use crate::prompt::flat::Origin;
use crate::sdk::{ModelRow, Reach};

/// How long a model's id may be.
const LONGEST_MODEL: usize = 120;
/// How deep an object that stands for a model is looked for in what a call is given.
const DEEPEST_OBJECT: usize = 3;
/// How many values are looked through for one.
const MOST_OBJECTS: usize = 48;

/// How many functions are left through their callers, to find who gives the model.
const MOST_WRAPPED: usize = 4;
/// How many functions' callers are asked at each of these steps.
const MOST_FUNCTIONS: usize = 3;
/// How many callers of a function are asked.
const MOST_CALLERS: usize = 6;

/// An object that stands for a model, its row, and how deep it was found.
type Object<'s> = (At, Env, &'s ModelRow, usize);

/// A model's id, and what it rests on where the code does not name it for this call.
pub(super) type Named = (String, Option<String>);

impl Reader<'_> {
    pub(super) fn model(&self) -> Option<Named> {
        let named = self.model_through(&mut Vec::new());
        named.or_else(|| match self.source {
            Source::Call(call) => self.ambient(call),
            Source::Body(_) => None,
        })
    }

    /// The model that is set for the block around the call, else for the whole program: by a call
    /// before this one in the file or, where none stands before it, the last one in the file.
    fn ambient(&self, call: At) -> Option<Named> {
        let set = self.eval.sdks.ambient(self.eval.program, call.file);
        let start = |at: At| self.eval.span(at).start;
        let module = self.eval.module(call);
        let function = |at: At| module.function_around(module[at.expr].scope);
        let block = set.iter().rfind(|(at, row)| {
            let before = start(*at) < start(call) && function(*at) == function(call);
            row.ambient == Some(Reach::Block) && before
        });
        let of_program = |(_, row): &&(At, &ModelRow)| row.ambient == Some(Reach::Program);
        let before = || {
            let mut of_program = set.iter().filter(of_program);
            of_program.rfind(|(at, _)| start(*at) < start(call))
        };
        let last = || set.iter().rfind(of_program);
        let (at, row) = block.or_else(before).or_else(last)?;
        let given = self.eval.input(*at, self.env, &row.named);
        let (id, assumed) = self.first_named(&self.eval.reduced_all(&given))?;
        let by = self.eval.program.called_name(*at).unwrap_or_default();
        let set_by = format!("model: {id}, set for all by {by}");
        Some((id, assumed.or(Some(set_by))))
    }

    /// The model as the calls that lead to this one give it, the nearest first.
    fn model_through(&self, calls: &mut Vec<(FnRef, At)>) -> Option<Named> {
        let called = |env: Env, (function, call): &(FnRef, At)| env.call(*function, *call);
        let env = &calls.iter().rev().fold(self.env.clone(), called);
        let found = match &self.source {
            Source::Call(call) => self.eval.input(*call, env, &self.inputs.model),
            Source::Body(_) => self.get(&self.inputs.model),
        };
        let values = self.eval.reduced_all(&found);
        if let Some(named) = self.first_named(&values) {
            return Some(named);
        }
        let Source::Call(call) = self.source else {
            return self.of_callers(&values, calls);
        };
        let (objects, mut open) = self.objects(call, env);
        let unknown = |value: &Value| matches!(value.kind, Kind::Open(_));
        if !values.iter().any(unknown)
            && let Some(named) = self.of_objects(objects)
        {
            return Some(named);
        }
        open.extend(values);
        self.of_callers(&open, calls)
    }

    /// The model that the callers of a function give, whose parameter an open value is; where they
    /// give several, the first, which is said.
    fn of_callers(&self, open: &[Value], calls: &mut Vec<(FnRef, At)>) -> Option<Named> {
        if calls.len() >= MOST_WRAPPED {
            return None;
        }
        let mut functions: Vec<FnRef> = Vec::new();
        for value in open {
            if let Kind::Open(open) = &value.kind
                && let Some(Origin { function, .. }) = open.origin
                && !functions.contains(&function)
                && calls.iter().all(|(known, _)| *known != function)
            {
                functions.push(function);
            }
        }
        let mut found: Vec<Named> = Vec::new();
        for function in functions.into_iter().take(MOST_FUNCTIONS) {
            let callers = self.eval.program.callers(function);
            for caller in callers.into_iter().take(MOST_CALLERS) {
                calls.push((function, caller));
                let named = self.model_through(calls);
                calls.pop();
                found.extend(named.filter(|(id, _)| found.iter().all(|(known, _)| known != id)));
            }
        }
        let several = found.len() > 1;
        let (id, assumed) = found.into_iter().next()?;
        let one_of = || format!("model: {id}, one of several that callers give");
        Some((id.clone(), assumed.or_else(|| several.then(one_of))))
    }

    fn first_named(&self, values: &[Value]) -> Option<Named> {
        let shown = |value: &Value| {
            let preset = self.eval.preset(value);
            let each = || self.each_in_turn(value);
            preset.or_else(each).unwrap_or_else(|| vec![value.clone()])
        };
        let values: Vec<Value> = values.iter().flat_map(shown).collect();
        let named = values
            .iter()
            .filter_map(|value| Some((self.model_of(value, 0)?, value.fallback)));
        let mut fitting = named.filter(|(id, _)| {
            let is_key = self.inputs.model.contains(id);
            !id.is_empty() && id.len() <= LONGEST_MODEL && !is_key
        });
        let (id, fallback) = fitting.next()?;
        let several = fitting.any(|(other, _)| other != id);
        let from_outside = |value: &Value| match &value.kind {
            Kind::Open(open) => open.hole.reason == HoleReason::Environment,
            _ => false,
        };
        let unset = fallback || values.iter().any(from_outside);
        let assumed = match (unset, several) {
            (true, _) => Some(format!("model: {id}, the default where the run names none")),
            (_, true) => Some(format!("model: {id}, one of several in the code")),
            _ => None,
        };
        Some((id, assumed))
    }

    /// The elements of the list that a loop goes through: `for model in ["a", "b"]`.
    fn each_in_turn(&self, value: &Value) -> Option<Vec<Value>> {
        let (Kind::Open(_), (at, env)) = (&value.kind, value.reached_by()?) else {
            return None;
        };
        let ExprKind::Element(over) = self.eval.kind(at) else {
            return None;
        };
        let lists = self.eval.values(at.with(*over), env);
        let elements = lists.iter().find_map(|list| self.eval.elements(list))?;
        Some(self.eval.reduced_all(&elements))
    }

    /// The model of the objects that the call is made on or is given: the first that is named; else
    /// what the SDK takes where none is, if no object's own name is left to the run.
    fn of_objects(&self, objects: Vec<Object>) -> Option<Named> {
        let (mut default, mut left_open) = (None, None);
        for (at, env, row, depth) in objects {
            let mut given = self.eval.input(at, &env, &row.named);
            let own = self.eval.sdks.own_model_of(self.eval.program, at);
            if let Some((class, _)) = own
                && given.is_empty()
            {
                given = self.named_by_class(class, &row.named);
                // What its constructor makes of it is not followed.
                left_open = left_open.or(given.is_empty().then_some(depth));
                if given.is_empty() {
                    continue;
                }
            }
            if given.is_empty() && !self.takes_more(at) {
                default = default.or_else(|| Some((at, row.default.as_deref()?, depth)));
                continue;
            }
            if let Some(named) = self.first_named(&self.eval.reduced_all(&given)) {
                return Some(named);
            }
            left_open = left_open.or(Some(depth));
        }
        // A nearer object whose name only the run knows is the one that is meant.
        let nearer = |depth: usize| left_open.is_some_and(|open| open < depth);
        let (at, id, _) = default.filter(|(_, _, depth)| !nearer(*depth))?;
        let made = self.eval.program.called_name(at).unwrap_or_default();
        let assumed = format!("model: {id}, the SDK's default ({made} is given none)");
        Some((id.to_string(), Some(assumed)))
    }

    /// Whether a call may be given more than its arguments show: `ChatOpenAI(**options)`.
    fn takes_more(&self, at: At) -> bool {
        match self.eval.kind(at) {
            ExprKind::Call { args, .. } => args.iter().any(|arg| arg.spread),
            _ => false,
        }
    }

    /// The objects that stand for a model, the nearest first, and the values among which one may be
    /// that the code does not show here.
    fn objects(&self, call: At, env: &Env) -> (Vec<Object<'_>>, Vec<Value>) {
        let mut queue = vec![(Value::expr(call, env), 0)];
        let chain = self.eval.chain(call, env);
        queue.extend(chain.iter().map(|value| (value.clone(), 0)));
        for location in &self.row.objects {
            let given = self.eval.input(call, env, std::slice::from_ref(location));
            let given = self.eval.reduced_all(&given).into_iter();
            queue.extend(given.take(MOST_OBJECTS).map(|value| (value, 1)));
        }
        let (mut found, mut open) = (Vec::new(), Vec::new());
        let mut next = 0;
        while let Some((value, depth)) = queue.get(next).cloned() {
            next += 1;
            let made = self.maker(&value);
            let value = made.unwrap_or(value);
            let left = MOST_OBJECTS.saturating_sub(queue.len());
            let given = self.given_by_makers(&value, env).into_iter();
            queue.extend(given.take(left).map(|given| (given, depth)));
            let Some((at, env, ExprKind::Call { args, .. })) = self.eval.expr_of(&value) else {
                if let Kind::Open(_) = &value.kind {
                    open.push(value);
                }
                continue;
            };
            let sdks = self.eval.sdks;
            let own = || Some(sdks.own_model_of(self.eval.program, at)?.1);
            if let Some(row) = sdks.model_of(self.eval.program, at).or_else(own) {
                found.push((at, env.clone(), row, depth));
                continue;
            }
            for arg in args {
                let aside = arg.name.as_deref().is_some_and(|name| self.is_aside(name));
                if aside || depth >= DEEPEST_OBJECT {
                    continue;
                }
                let values = self.eval.values(self.eval.beside(at, arg.value), env);
                let made = values.into_iter().flat_map(|value| self.parts(value));
                let left = MOST_OBJECTS.saturating_sub(queue.len());
                queue.extend(made.take(left).map(|value| (value, depth + 1)));
            }
        }
        (found, open)
    }

    /// What made the instance at hand, of the instance itself: `self.run(…)` of a chain's subclass.
    fn maker(&self, value: &Value) -> Option<Value> {
        let (at, env, ExprKind::SelfRef) = self.eval.expr_of(value)? else {
            return None;
        };
        let module = self.eval.module(at);
        let class = module.class_around(module[at.expr].scope)?;
        let file = at.file;
        env.maker(ClassRef { file, class }).cloned()
    }

    /// Whether an input holds things beside the model of the call, which have models of their own.
    fn is_aside(&self, name: &str) -> bool {
        self.eval.sdks.vocabulary().is_aside(name)
    }

    /// A value, and those that a list or the options of a call hold.
    fn parts(&self, value: Value) -> Vec<Value> {
        if let Kind::Pair(parts) = &value.kind {
            return self.eval.reduced_all(parts);
        }
        match self.eval.expr_of(&value) {
            Some((_, _, ExprKind::List(_))) => {
                let elements = self.eval.elements(&value).unwrap_or_default();
                self.eval.reduced_all(&elements)
            }
            Some((_, _, ExprKind::Map { .. })) => {
                let entries = self.eval.entries(&value).into_iter();
                let entries = entries.filter(|(key, _)| {
                    self.eval
                        .constant(key)
                        .is_none_or(|key| !self.is_aside(&key))
                });
                entries
                    .flat_map(|(_, value)| self.eval.reduced(&value))
                    .collect()
            }
            _ => vec![value],
        }
    }

    /// Whether the first text of a call is the key that it looks up or the question that it asks.
    fn is_key(&self, call: At, text: &str) -> bool {
        let form = &self.eval.sdks.vocabulary().form;
        let called = self.eval.program.called_name(call).unwrap_or_default();
        let is_called = |names: &[String]| names.iter().any(|name| name == called);
        let is_variable = !text.contains(|letter: char| letter.is_lowercase());
        is_variable
            || is_called(&form.ask)
            || is_called(&form.look_up)
            || self.inputs.model.iter().any(|name| name == text)
    }

    fn model_of(&self, value: &Value, depth: usize) -> Option<String> {
        if let Some((at, env, ExprKind::Call { args, .. })) = self.eval.expr_of(value) {
            // `openai("gpt-4o")`, `ChatOpenAI(model="gpt-4o")`: the model that is made there.
            if depth > 3 {
                return None;
            }
            let mut named = self.eval.field(value, "model");
            // `Field(default="gpt-4o")` of a class of settings.
            named.extend(self.eval.field(value, "default"));
            let found = named
                .iter()
                .find_map(|inner| self.model_of(inner, depth + 1));
            let first = args.iter().find(|arg| arg.name.is_none());
            let first = || {
                let at = self.eval.beside(at, first?.value);
                let values = self.eval.values(at, env);
                let texts = values
                    .iter()
                    .filter(|value| match self.eval.expr_of(value) {
                        Some((_, _, kind)) => {
                            matches!(kind, ExprKind::Text(_) | ExprKind::Template(_))
                        }
                        None => true,
                    });
                texts
                    .into_iter()
                    .find_map(|value| self.model_of(value, depth + 1))
            };
            let first = || first().filter(|model| !self.is_key(at, model));
            return found.or_else(first).filter(|model| !model.contains(' '));
        }
        if let Some((_, _, ExprKind::Map { .. } | ExprKind::List(_))) = self.eval.expr_of(value) {
            return None;
        }
        let constant = match &value.kind {
            Kind::Open(open) => named_by_constant(&open.hole.name),
            _ => None,
        };
        constant.or_else(|| self.eval.constant(value))
    }
}

/// The model that a constant of an SDK is named after: `openai::GPT_4O`.
fn named_by_constant(path: &str) -> Option<String> {
    let name = path.rsplit('.').next()?;
    let is_constant = path.contains('.')
        && name.contains(|letter: char| letter.is_ascii_digit())
        && name
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_');
    is_constant.then(|| name.to_lowercase().replace('_', "-"))
}
