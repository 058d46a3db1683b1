//! Which model a call is sent to: named where the row of the catalogue says, by an object that the
//! call is made on or is given, or the SDK's own choice.

use super::objects::Object;
use super::{Reader, Source};
use crate::index::{At, FnRef};
use crate::prompt::env::Env;
use crate::prompt::eval::{Kind, Value};
use crate::prompt::flat::Origin;
use crate::prompt::raw::Raw;
use crate::sdk::{Endpoint, ModelRow, Reach};

/// How many functions are left through their callers, to find who gives the model.
const MOST_WRAPPED: usize = 4;
/// How many functions' callers are asked at each of these steps.
const MOST_FUNCTIONS: usize = 3;
/// How many callers of a function are asked.
const MOST_CALLERS: usize = 6;

/// A model's id, and what it rests on where the code does not name it for this call.
pub(super) type Named = (String, Option<String>);

impl Reader<'_> {
    pub(super) fn model(&self) -> Option<Named> {
        let named = self.model_through(&mut Vec::new());
        named.or_else(|| match self.source {
            Source::Call(call) => self.ambient(call),
            Source::Body(..) => None,
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
        let call = match &self.source {
            Source::Call(call) => *call,
            Source::Body(_, endpoint) => return self.model_in_body(endpoint, env, calls),
        };
        let found = self.eval.input(call, env, &self.inputs.model);
        let values = self.eval.reduced_all(&found);
        if let Some(named) = self.first_named(&values) {
            return Some(named);
        }
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

    /// The model that the body or the address of a raw request names.
    fn model_in_body(
        &self,
        endpoint: &Endpoint,
        env: &Env,
        calls: &mut Vec<(FnRef, At)>,
    ) -> Option<Named> {
        let raw = Raw::of(&self.eval, self.found, env);
        let mut found = self.in_body(&raw, &self.inputs.model);
        found.extend(raw.model_named(endpoint));
        let mut values = self.eval.reduced_all(&found);
        if let Some(named) = self.first_named(&values) {
            return Some(named);
        }
        let handed_in = |value: &Value| matches!(value.kind, Kind::Open(_));
        values.extend(raw.body.into_iter().filter(handed_in));
        self.of_callers(&values, calls)
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
            if let Some((id, assumed)) = self.first_named(&self.eval.reduced_all(&given)) {
                let is_other = |(_, other, at): (At, &str, usize)| at == depth && other != id;
                let several = default.is_some_and(is_other);
                let one_of = || format!("model: {id}, one of several in the code");
                let assumed = assumed.or_else(|| several.then(one_of));
                return Some((id, assumed));
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
}
