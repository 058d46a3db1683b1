//! Which model a call is sent to: named where the row of the catalogue says, by an object that the
//! call is made on or is given, or the SDK's own choice.

use super::{Reader, Source};
use crate::index::At;
use crate::ir::ExprKind;
use crate::prompt::HoleReason;
use crate::prompt::env::Env;
use crate::prompt::eval::{Kind, Value};
use crate::sdk::ModelRow;

/// How long a model's id may be.
const LONGEST_MODEL: usize = 120;
/// How deep an object that stands for a model is looked for in what a call is given.
const DEEPEST_OBJECT: usize = 3;
/// How many values are looked through for one.
const MOST_OBJECTS: usize = 48;

/// A model's id, and what it rests on where the code does not name it for this call.
pub(super) type Named = (String, Option<String>);

impl Reader<'_> {
    pub(super) fn model(&self) -> Option<Named> {
        let found = self.get(&self.inputs.model);
        let values: Vec<Value> = found
            .iter()
            .flat_map(|value| self.eval.reduced(value))
            .collect();
        if let Some(named) = self.first_named(&values) {
            return Some(named);
        }
        let unknown = |value: &Value| matches!(value.kind, Kind::Open(_));
        match &self.source {
            Source::Call(call) if !values.iter().any(unknown) => self.of_objects(*call),
            _ => None,
        }
    }

    fn first_named(&self, values: &[Value]) -> Option<Named> {
        let named = values.iter().filter_map(|value| self.model_of(value, 0));
        let mut fitting = named.filter(|id| !id.is_empty() && id.len() <= LONGEST_MODEL);
        let id = fitting.next()?;
        let unset = values.iter().find_map(|value| match &value.kind {
            Kind::Open(open) if open.hole.reason == HoleReason::Environment => Some(open),
            _ => None,
        });
        let assumed =
            unset.map(|open| format!("model: {id}, the default where {} is not set", open.hole.name));
        Some((id, assumed))
    }

    /// The model of the objects that the call is made on or is given: the first that is named; else
    /// what the SDK takes where none is, if no object's own name is left to the run.
    fn of_objects(&self, call: At) -> Option<Named> {
        let mut default = None;
        for (at, env, row) in self.objects(call) {
            let given = self.eval.input(at, &env, &row.named);
            if given.is_empty() && !self.takes_more(at) {
                default = default.or_else(|| row.default.as_deref().map(|id| (at, id)));
                continue;
            }
            let values: Vec<Value> = given
                .iter()
                .flat_map(|value| self.eval.reduced(value))
                .collect();
            return self.first_named(&values);
        }
        let (at, id) = default?;
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

    /// The objects that stand for a model, the nearest first.
    fn objects(&self, call: At) -> Vec<(At, Env, &ModelRow)> {
        let mut queue = vec![(Value::expr(call, self.env), 0)];
        let chain = self.eval.chain(call, self.env);
        queue.extend(chain.iter().map(|value| (value.clone(), 0)));
        let mut found = Vec::new();
        let mut next = 0;
        while let Some((value, depth)) = queue.get(next).cloned() {
            next += 1;
            let Some((at, env, ExprKind::Call { args, .. })) = self.eval.expr_of(&value) else {
                continue;
            };
            if let Some(row) = self.eval.sdks.model_of(self.eval.program, at) {
                found.push((at, env.clone(), row));
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
        found
    }

    /// Whether an input holds things beside the model of the call, which have models of their own.
    fn is_aside(&self, name: &str) -> bool {
        self.eval.sdks.vocabulary().is_aside(name)
    }

    /// A value, and those that a list or the options of a call hold.
    fn parts(&self, value: Value) -> Vec<Value> {
        match self.eval.expr_of(&value) {
            Some((_, _, ExprKind::List(_))) => self.eval.elements(&value).unwrap_or_default(),
            Some((_, _, ExprKind::Map { .. })) => {
                let entries = self.eval.entries(&value).into_iter();
                let entries = entries
                    .filter(|(key, _)| self.eval.constant(key).is_none_or(|key| !self.is_aside(&key)));
                entries
                    .flat_map(|(_, value)| self.eval.reduced(&value))
                    .collect()
            }
            _ => vec![value],
        }
    }

    fn model_of(&self, value: &Value, depth: usize) -> Option<String> {
        if let Some((at, env, ExprKind::Call { args, .. })) = self.eval.expr_of(value) {
            // `openai("gpt-4o")`, `ChatOpenAI(model="gpt-4o")`: the model that is made there.
            if depth > 3 {
                return None;
            }
            let named = self.eval.field(value, "model");
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
