//! The model of an object of a class of the project's own that is made from an SDK's class: as the
//! class names it, where its maker does not.

use super::Reader;
use crate::index::{At, ClassRef, Target};
use crate::ir::{BindingId, BindingKind, ExprId, ExprKind, Owner};
use crate::prompt::env::Env;
use crate::prompt::eval::Value;
use crate::source::FileId;

/// How many calls that make objects of a class are asked for a field.
const MOST_MAKERS: usize = 3;

impl Reader<'_> {
    /// What those who make objects of a class give a field that its body declares, or gives a value
    /// that stands in for one (`chain: Chain = Field(...)`, `chain: Chain | None = None`).
    pub(super) fn given_by_makers(&self, value: &Value, env: &Env) -> Vec<Value> {
        match self.field_of(value) {
            Some((class, name)) => self.given_to(class, name, env),
            None => Vec::new(),
        }
    }

    /// What those who make objects of a class give one of its fields.
    fn given_to(&self, class: ClassRef, name: &str, env: &Env) -> Vec<Value> {
        let made = self.eval.program.makers(class).into_iter();
        let made = made.take(MOST_MAKERS).map(|call| Value::expr(call, env));
        made.flat_map(|made| self.eval.field(&made, name)).collect()
    }

    /// What the makers of the class around give the declared fields that a call is made on:
    /// `self.chain.run(…)` of a class that only says `chain: Chain`.
    pub(super) fn declared_receivers(&self, call: At, env: &Env) -> Vec<Value> {
        let ExprKind::Call { callee, .. } = self.eval.kind(call) else {
            return Vec::new();
        };
        let mut at = call.with(*callee);
        while let ExprKind::Member { object, .. } = self.eval.kind(at) {
            if let Some((class, name)) = self.declared_field(at) {
                return self.given_to(class, name, env);
            }
            at = at.with(*object);
        }
        Vec::new()
    }

    /// What the constructor takes for a field where it is given none, the body of the class only
    /// describing it: `model: str = Field(description=…)`, `def __init__(self, model: str = "x")`.
    pub(super) fn default_of_declared(&self, value: &Value) -> Option<Vec<Value>> {
        let (_, env, ExprKind::Call { .. }) = self.eval.expr_of(value)? else {
            return None;
        };
        let (class, name) = self.field_of(value)?;
        let given = self.given_to(class, name, env);
        if !given.is_empty() {
            return Some(self.eval.reduced_all(&given));
        }
        let default = self.of_constructor(class, name).into_iter();
        let default: Vec<Value> = default.map(Value::fallen_back).collect();
        (!default.is_empty()).then_some(default)
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
        let mut found = self.of_constructor(class, name);
        let module = self.eval.program.module(class.file);
        let own = module[module[class.class].scope].bindings.get(name);
        let own = own.into_iter().flatten();
        let own = own.filter_map(|binding| match module[*binding].kind {
            BindingKind::Set(expr) => Some(expr),
            _ => None,
        });
        found.extend(own.flat_map(|expr| self.texts_of(class.file, expr)));
        found
    }

    /// The default of the constructor's parameter of that name.
    fn of_constructor(&self, class: ClassRef, name: &str) -> Vec<Value> {
        let module = self.eval.program.module(class.file);
        let methods = module[class.class].methods.iter();
        let mut constructors = methods
            .map(|method| &module[*method])
            .filter(|method| matches!(&*method.name, "__init__" | "constructor"));
        let mut params = constructors
            .next()
            .into_iter()
            .flat_map(|it| it.params.iter());
        let param = params.find(|param| *param.name == *name);
        let default = param.and_then(|param| param.default);
        default.map_or_else(Vec::new, |expr| self.texts_of(class.file, expr))
    }

    fn texts_of(&self, file: FileId, expr: ExprId) -> Vec<Value> {
        let mut values = self.eval.values(At { file, expr }, &Env::default());
        values.retain(|value| {
            let kind = self.eval.expr_of(value).map(|(_, _, kind)| kind);
            matches!(kind, Some(ExprKind::Text(_)))
        });
        values
    }
}
