//! The model that a value names: a text, an object that is made with one, a constant of an SDK, what
//! a form shows first.

use super::Reader;
use super::model::Named;
use crate::index::{At, Target};
use crate::ir::ExprKind;
use crate::prompt::HoleReason;
use crate::prompt::eval::{Kind, Value};

/// How long a model's id may be.
const LONGEST_MODEL: usize = 120;

impl Reader<'_> {
    /// The first model that values name.
    pub(super) fn first_named(&self, values: &[Value]) -> Option<Named> {
        let shown = |value: &Value| {
            let preset = self.eval.preset(value);
            let each = || self.each_in_turn(value);
            let declared = || self.default_of_declared(value);
            let known = preset.or_else(each).or_else(declared);
            known.unwrap_or_else(|| vec![value.clone()])
        };
        let values: Vec<Value> = values.iter().flat_map(shown).collect();
        if self.is_any_of_settings(&values) {
            return None;
        }
        let named = values.iter().filter_map(|value| {
            let id = self.id_of(self.model_of(value, 0)?)?;
            Some((id, value.fallback))
        });
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

    /// Whether values are whatever a table of settings holds, of which only the run knows the one:
    /// texts beside numbers, switches and tables.
    fn is_any_of_settings(&self, values: &[Value]) -> bool {
        let kind = |value: &Value| self.eval.expr_of(value).map(|(_, _, kind)| kind);
        let other = |value: &Value| {
            let kind = kind(value);
            matches!(
                kind,
                Some(ExprKind::Number(_) | ExprKind::Bool(_) | ExprKind::Map { .. })
            )
        };
        let text = |value: &Value| matches!(kind(value), Some(ExprKind::Text(_)));
        values.iter().any(other) && values.iter().any(text)
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
            let first = || match named.is_empty() {
                true => first(),
                false => None,
            };
            return found.or_else(first).filter(|model| !model.contains(' '));
        }
        if let Some((_, _, ExprKind::Map { .. } | ExprKind::List(_))) = self.eval.expr_of(value) {
            return None;
        }
        match &value.kind {
            Kind::Open(open) => {
                let known = value
                    .reached_by()
                    .and_then(|(at, _)| self.constant_of_sdk(at));
                known.unwrap_or_else(|| named_by_constant(&open.hole.name))
            }
            _ => self.eval.constant(value),
        }
    }

    /// The model that a constant of an SDK stands for; `Some(None)`: the catalogue knows the SDK's, and
    /// this is none of them.
    fn constant_of_sdk(&self, at: At) -> Option<Option<String>> {
        let targets = self.eval.program.origins(at);
        targets.iter().find_map(|target| match target {
            Target::External(path) => {
                let known = self.eval.sdks.model_constant(path)?;
                Some(known.map(str::to_string))
            }
            _ => None,
        })
    }

    /// A model's id as it is shown: one that is a file or a folder of this machine by its name there.
    fn id_of(&self, given: String) -> Option<String> {
        let names = &self.eval.sdks.vocabulary().model;
        if let Some(kept) = names.kept_as(&given) {
            return Some(kept);
        }
        let bare = names
            .files
            .iter()
            .find_map(|end| given.strip_suffix(&**end));
        let name = match is_local(&given) || bare.is_some() {
            true => bare.unwrap_or(&given).trim_end_matches(['/', '\\']),
            false => return names.says(&given).then_some(given),
        };
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        names.says(name).then(|| name.to_string())
    }
}

/// Whether an id is a path: `./models/x`, `~/x`, `C:/x`.
fn is_local(id: &str) -> bool {
    let drive = |id: &str| {
        let mut letters = id.chars();
        letters
            .next()
            .is_some_and(|letter| letter.is_ascii_alphabetic())
            && letters.next() == Some(':')
            && matches!(letters.next(), Some('/' | '\\'))
    };
    id.starts_with(['.', '/', '~']) || drive(id)
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
