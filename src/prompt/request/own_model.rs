//! The model of an object of a class of the project's own that is made from an SDK's class: as the
//! class names it, where its maker does not.

use super::Reader;
use crate::index::{At, ClassRef, Target};
use crate::ir::{BindingKind, ExprKind};
use crate::prompt::env::Env;
use crate::prompt::eval::Value;

/// How many calls that make objects of a class are asked for a field.
const MOST_MAKERS: usize = 3;

impl Reader<'_> {
    /// What those who make objects of the class around give a field that it only declares.
    pub(super) fn given_by_makers(&self, value: &Value, env: &Env) -> Vec<Value> {
        let Some(at) = value.reached_by() else {
            return Vec::new();
        };
        let ExprKind::Member { object, name } = self.eval.kind(at) else {
            return Vec::new();
        };
        let is_own = matches!(self.eval.kind(at.with(*object)), ExprKind::SelfRef);
        let module = self.eval.module(at);
        let class = module.class_around(module[at.expr].scope);
        let (true, Some(class)) = (is_own, class) else {
            return Vec::new();
        };
        let file = at.file;
        let class = ClassRef { file, class };
        let targets = self.eval.program.resolve(at);
        if !targets
            .iter()
            .all(|target| matches!(target, Target::Declared { .. }))
        {
            return Vec::new();
        }
        let made = self
            .eval
            .program
            .makers(class)
            .into_iter()
            .take(MOST_MAKERS);
        let made = made.map(|call| Value::expr(call, env));
        made.flat_map(|made| self.eval.field(&made, name)).collect()
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
