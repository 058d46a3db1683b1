//! What is kept in an object and read from it elsewhere: `state.chain = …`, `session["chain"] = …`,
//! `session.set("chain", …)`, then `session.get("chain")`.

use super::memo::Trace;
use super::{At, ClassRef, Program, Target};
use crate::ir::{Arg, BindingKind, ExprId, ExprKind, Module};
use crate::source::FileId;

/// How many values kept under one name are looked at.
const MOST: usize = 12;
/// How long the path to an object may be.
const LONGEST: u32 = 6;

impl Program {
    /// The values that the file puts under `name` into an object that is reached by the same path,
    /// if the path starts outside the function: then the order of the text tells nothing.
    pub(super) fn kept(&self, object: At, name: &str) -> Vec<Target> {
        let module = self.module(object.file);
        if !matches!(&module[object.expr].kind, ExprKind::Member { .. }) {
            return Vec::new();
        }
        let set = module.member_bindings.iter().filter_map(|id| {
            let binding = &module[*id];
            let BindingKind::Set(value) = binding.kind else {
                return None;
            };
            let fits = *binding.name == *name
                && binding
                    .object
                    .is_some_and(|of| same(module, of, object.expr, LONGEST));
            fits.then(|| Target::value(object.with(value), false))
        });
        set.take(MOST).collect()
    }

    /// The values that statements outside a class give the member `name` of its instances:
    /// `config.path = …` in another file.
    pub fn set_on_instances(&self, class: ClassRef, name: &str) -> Vec<At> {
        let files = self.nearest(&self.naming(name, class.file, false), class.file);
        let mut found = Vec::new();
        for file in files {
            let module = self.module(file);
            for id in &module.member_bindings {
                let binding = &module[*id];
                let (BindingKind::Set(value), Some(object)) = (&binding.kind, binding.object)
                else {
                    continue;
                };
                if *binding.name == *name
                    && !matches!(module[object].kind, ExprKind::SelfRef)
                    && found.len() < MOST
                    && self
                        .origins(At { file, expr: object })
                        .contains(&Target::Instance(class))
                {
                    let expr = *value;
                    found.push(At { file, expr });
                }
            }
        }
        found
    }

    /// The calls of methods `name` whose first argument is the text `key`: what is kept under it.
    pub fn kept_by_calls(&self, name: &str, key: &str, near: FileId) -> Vec<At> {
        let mut found = Vec::new();
        for file in self.nearest(&self.naming(name, near, false), near) {
            let calls = self.calls_named(file, name, false).into_iter();
            let has_key = |call: &At| match self.kind(*call) {
                ExprKind::Call { args, .. } => args.first().is_some_and(|arg| {
                    let first = self.kind(call.with(arg.value));
                    matches!(first, ExprKind::Text(text) if *text.value == *key)
                }),
                _ => false,
            };
            found.extend(calls.filter(has_key));
        }
        found.truncate(MOST);
        found
    }

    /// The values that a call asks an object for by a key, which other calls put there.
    pub fn stored(&self, call: At) -> Vec<At> {
        match self.kind(call) {
            ExprKind::Call { callee, args } => {
                self.asked_for(call.with(*callee), args, &mut Trace::default())
            }
            _ => Vec::new(),
        }
    }

    /// What a call asks an object for by a key (`chains.get(name)`): the values that stand there.
    pub(super) fn asked_for(&self, callee: At, args: &[Arg], trace: &mut Trace) -> Vec<At> {
        let ExprKind::Member { object, name } = self.kind(callee) else {
            return Vec::new();
        };
        let Some(key) = args.first().filter(|_| &**name == "get" && args.len() <= 2) else {
            return Vec::new();
        };
        let object = callee.with(*object);
        let key = match self.kind(callee.with(key.value)) {
            ExprKind::Text(text) => Some(&*text.value),
            _ => None,
        };
        let mut found = Vec::new();
        for target in self.origins_in(object, trace).iter() {
            if let Target::Value { at, .. } = target {
                let entries = key.map(|key| self.entry(*at, key)).unwrap_or_default();
                let named = entries.into_iter().filter_map(value);
                found.extend(named);
                if found.is_empty() {
                    found.extend(self.elements(*at));
                }
            }
        }
        if let Some(key) = key {
            found.extend(self.kept(object, key).into_iter().filter_map(value));
        }
        found.extend(self.put(object, key));
        found.truncate(MOST);
        found
    }

    /// The values of `object.set(key, value)` in the file; of a key that is not known, all of them.
    fn put(&self, object: At, key: Option<&str>) -> Vec<At> {
        let module = self.module(object.file);
        let calls = self.calls_named(object.file, "set", false).into_iter();
        let given = calls.filter_map(|call| {
            let ExprKind::Call { callee, args } = &module[call.expr].kind else {
                return None;
            };
            let ExprKind::Member { object: of, .. } = &module[*callee].kind else {
                return None;
            };
            let [first, second] = &args[..] else {
                return None;
            };
            let is_key = match (&module[first.value].kind, key) {
                (_, None) => true,
                (ExprKind::Text(text), Some(key)) => *text.value == *key,
                _ => false,
            };
            let fits = is_key && same(module, *of, object.expr, LONGEST);
            fits.then(|| call.with(second.value))
        });
        given.take(MOST).collect()
    }
}

fn value(target: Target) -> Option<At> {
    match target {
        Target::Value { at, .. } => Some(at),
        _ => None,
    }
}

/// Whether two expressions are the same path of names.
fn same(module: &Module, one: ExprId, other: ExprId, depth: u32) -> bool {
    match (&module[one].kind, &module[other].kind) {
        (ExprKind::Name(one), ExprKind::Name(other)) => one == other,
        (
            ExprKind::Member { object, name },
            ExprKind::Member {
                object: of,
                name: known,
            },
        ) => name == known && depth > 0 && same(module, *object, *of, depth - 1),
        _ => false,
    }
}
