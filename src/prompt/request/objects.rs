//! The objects that stand for the model of a call: those that it is made on, or is given.

use super::Reader;
use crate::index::{At, ClassRef};
use crate::ir::ExprKind;
use crate::prompt::env::Env;
use crate::prompt::eval::{Kind, Value};
use crate::sdk::ModelRow;

/// How deep an object that stands for a model is looked for in what a call is given.
const DEEPEST_OBJECT: usize = 3;
/// How many values are looked through for one.
const MOST_OBJECTS: usize = 48;

/// An object that stands for a model, its row, and how deep it was found.
pub(super) type Object<'s> = (At, Env, &'s ModelRow, usize);

impl Reader<'_> {
    /// Whether a call may be given more than its arguments show: `ChatOpenAI(**options)`.
    pub(super) fn takes_more(&self, at: At) -> bool {
        match self.eval.kind(at) {
            ExprKind::Call { args, .. } => args.iter().any(|arg| arg.spread),
            _ => false,
        }
    }

    /// The objects that stand for a model, the nearest first, and the values among which one may be
    /// that the code does not show here.
    pub(super) fn objects(&self, call: At, env: &Env) -> (Vec<Object<'_>>, Vec<Value>) {
        let mut queue = vec![(Value::expr(call, env), 0)];
        let chain = self.eval.chain(call, env);
        queue.extend(chain.iter().map(|value| (value.clone(), 0)));
        let declared = self.declared_receivers(call, env).into_iter();
        queue.extend(declared.take(MOST_OBJECTS).map(|value| (value, 0)));
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
            if let Some(of) = self.made_from(at) {
                let values = self.eval.values(of, env).into_iter();
                let left = MOST_OBJECTS.saturating_sub(queue.len());
                queue.extend(values.take(left).map(|value| (value, depth)));
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

    /// The model that a call only sets up further: `llm` of `llm.bind_tools(tools)`.
    fn made_from(&self, call: At) -> Option<At> {
        let ExprKind::Call { callee, .. } = self.eval.kind(call) else {
            return None;
        };
        let ExprKind::Member { object, name } = self.eval.kind(call.with(*callee)) else {
            return None;
        };
        let same = &self.eval.sdks.vocabulary().model.same;
        same.iter()
            .any(|known| **known == **name)
            .then(|| call.with(*object))
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
            // One for each of what only the run knows: `[chain_for(step) for step in steps]`.
            Some((at, env, ExprKind::Each { item, .. })) => match self.eval.elements(&value) {
                Some(elements) => self.eval.reduced_all(&elements),
                None => self.eval.values(at.with(*item), env),
            },
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
}
