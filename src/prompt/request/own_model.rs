//! The model of an object of a class of the project's own that is made from an SDK's class: as the
//! class names it, where its maker does not.

use super::Reader;
use crate::index::{At, ClassRef, Target};
use crate::ir::{BindingId, BindingKind, ExprKind, Owner};
use crate::prompt::env::Env;
use crate::prompt::eval::Value;

/// How many calls that make objects of a class are asked for a field.
const MOST_MAKERS: usize = 3;

impl Reader<'_> {
    /// What those who make objects of a class give a field that its body declares, or gives a value
    /// that stands in for one (`chain: Chain = Field(...)`, `chain: Chain | None = None`).
    pub(super) fn given_by_makers(&self, value: &Value, env: &Env) -> Vec<Value> {
        let Some((class, name)) = self.field_of(value) else {
            return Vec::new();
        };
        let made = self.eval.program.makers(class).into_iter();
        let made = made.take(MOST_MAKERS).map(|call| Value::expr(call, env));
        made.flat_map(|made| self.eval.field(&made, name)).collect()
    }

    /// The field that a value is, or is what the class's body gives.
    fn field_of(&self, value: &Value) -> Option<(ClassRef, &str)> {
        let stands_in = |kind: &ExprKind| matches!(kind, ExprKind::Null | ExprKind::Call { .. });
        match self.eval.expr_of(value) {
            Some((at, _, kind)) => {
                let module = self.eval.module(at);
                let scope = &module[module[at.expr].scope];
                let Owner::Class(class) = scope.owner else {
                    return None;
                };
                let is_it = |binding: &BindingId| matches!(module[*binding].kind, BindingKind::Set(expr) if expr == at.expr);
                let mut bindings = scope.bindings.iter();
                let (name, _) = bindings.find(|(_, bindings)| bindings.iter().any(is_it))?;
                let file = at.file;
                stands_in(kind).then_some((ClassRef { file, class }, &**name))
            }
            None => self.declared_field(value.reached_by()?.0),
        }
    }

    /// The field of the class around that `self.name` is, if the class only declares it.
    fn declared_field(&self, at: At) -> Option<(ClassRef, &str)> {
        let ExprKind::Member { object, name } = self.eval.kind(at) else {
            return None;
        };
        let is_own = matches!(self.eval.kind(at.with(*object)), ExprKind::SelfRef);
        let targets = self.eval.program.resolve(at);
        let declared = |target: &Target| matches!(target, Target::Declared { .. });
        let module = self.eval.module(at);
        let class = module.class_around(module[at.expr].scope)?;
        let file = at.file;
        (is_own && targets.iter().all(declared)).then_some((ClassRef { file, class }, &**name))
    }

    /// What the parameters of the class's constructor, else its attributes, give a name of `named`.
    pub(super) fn named_by_class(&self, class: ClassRef, named: &[String]) -> Vec<Value> {
        let at_hand = named.iter().flat_map(|name| self.of_class(class, name));
        at_hand.take(1).collect()
    }

    fn of_class(&self, class: ClassRef, name: &str) -> Vec<Value> {
        let file = class.file;
        let module = self.eval.program.module(file);
        let known = &module[class.class];
        let constructor = known.methods.iter().map(|method| &module[*method]);
        let mut constructor =
            constructor.filter(|method| matches!(&*method.name, "__init__" | "constructor"));
        let params = constructor.next().map(|method| method.params.iter());
        let default = params
            .into_iter()
            .flatten()
            .find(|param| *param.name == *name);
        let own = module[known.scope].bindings.get(name).into_iter().flatten();
        let own = own.filter_map(|binding| match module[*binding].kind {
            BindingKind::Set(expr) => Some(expr),
            _ => None,
        });
        let given = default
            .and_then(|param| param.default)
            .into_iter()
            .chain(own);
        let given = given.map(|expr| At { file, expr });
        let values = given.flat_map(|at| self.eval.values(at, &Env::default()));
        let texts = values.filter(|value| {
            let kind = self.eval.expr_of(value).map(|(_, _, kind)| kind);
            matches!(kind, Some(ExprKind::Text(_)))
        });
        texts.collect()
    }
}
