//! What runs when an object is made: the constructor of its class, and those above that it calls.

use super::env::Env;
use super::eval::{Eval, Value};
use crate::index::{At, ClassRef, FnRef, Target};
use crate::ir::{ExprKind, Owner};
use crate::source::Language;

/// How many classes up a constructor is followed.
const MOST_BASES: usize = 6;
/// How many calls that make objects of a class are looked at for one field.
const MOST_MAKERS: usize = 12;
/// How many subclasses of a class are looked at.
const MOST_SUBCLASSES: usize = 16;

impl Eval<'_> {
    /// The constructor of a class of the project, its own or inherited.
    pub fn constructor(&self, class: ClassRef) -> Option<FnRef> {
        self.constructor_above(class, MOST_BASES)
    }

    fn constructor_above(&self, class: ClassRef, depth: usize) -> Option<FnRef> {
        let module = self.program.module(class.file);
        let own = module[class.class]
            .methods
            .iter()
            .find(|method| matches!(&*module[**method].name, "__init__" | "constructor"));
        if let Some(function) = own {
            return Some(FnRef {
                file: class.file,
                function: *function,
            });
        }
        let bases = self.program.bases(class, 4).into_iter();
        bases.take(depth).find_map(|base| match base {
            Target::Class(base) if base != class => self.constructor_above(base, depth - 1),
            _ => None,
        })
    }

    /// The environment in which the constructors run that `made`, an object of `class` made in `env`,
    /// calls one after the other.
    pub fn constructed(&self, class: ClassRef, made: At, env: &Env) -> Env {
        let Some(mut next) = self.constructor(class) else {
            return env.clone();
        };
        let mut out = env.call(next, made);
        for _ in 0..MOST_BASES {
            let Some((call, above)) = self.handed_up(next) else {
                break;
            };
            out = out.call(above, call);
            next = above;
        }
        out
    }

    /// The call by which a constructor calls the one above it: `super().__init__(…)`, `super(…)`.
    fn handed_up(&self, constructor: FnRef) -> Option<(At, FnRef)> {
        let module = self.program.module(constructor.file);
        let class = module[constructor.function].class?;
        let calls_up = |call: &&crate::ir::ExprId| {
            let ExprKind::Call { callee, .. } = &module[**call].kind else {
                return false;
            };
            let is_super = match &module[*callee].kind {
                ExprKind::SuperRef => true,
                ExprKind::Member { object, name } => {
                    &**name == "__init__" && matches!(module[*object].kind, ExprKind::SuperRef)
                }
                _ => false,
            };
            let owner = module[module[**call].scope].owner;
            is_super && owner == Owner::Function(constructor.function)
        };
        let call = module.calls.iter().find(calls_up)?;
        let file = constructor.file;
        let bases = self.program.bases(ClassRef { file, class }, 1);
        let above = bases.into_iter().find_map(|base| match base {
            Target::Class(base) => self.constructor(base),
            _ => None,
        })?;
        let call = At { file, expr: *call };
        (above != constructor).then_some((call, above))
    }

    /// The field `name` of the objects that `object` may be, as the calls give it that make them: of
    /// classes whose constructor is made of their fields (dataclasses and their kin).
    pub fn given_at_making(&self, object: At, name: &str, env: &Env) -> Vec<Value> {
        if self.module(object).language != Language::Python {
            return Vec::new();
        }
        if !matches!(self.kind(object), ExprKind::SelfRef) {
            let made = self.values(object, env);
            let given = made.iter().flat_map(|made| self.given_to_field(made, name));
            return given.collect();
        }
        let Some(class) = self.class_around(object) else {
            return Vec::new();
        };
        if let Some(made) = env.maker(class) {
            return self.given_to_field(made, name);
        }
        // Who makes an object whose class says nothing itself brings the prompt: a site of its own.
        if self.is_only_declared(class, name) {
            return Vec::new();
        }
        let makers = self.makers_of(class);
        let given = makers.iter().take(MOST_MAKERS).map(|(made, _)| {
            let made = Value::expr(*made, &Env::default());
            self.given_to_field(&made, name)
        });
        let given: Vec<Vec<Value>> = given.collect();
        // Whoever leaves it out relies on the default.
        match given.iter().any(Vec::is_empty) {
            true => Vec::new(),
            false => given.into_iter().flatten().collect(),
        }
    }

    /// Whether a member is what the body of its class says or declares, and nothing else.
    pub fn are_in_class_body(&self, targets: &[Target]) -> bool {
        let own = |target: &&Target| !matches!(target, Target::External(_));
        let mut own = targets.iter().filter(own).peekable();
        own.peek().is_some() && own.all(|target| self.is_in_class_body(target))
    }

    fn is_in_class_body(&self, target: &Target) -> bool {
        match target {
            Target::Value {
                at, extend: None, ..
            } => {
                let module = self.module(*at);
                matches!(module[module[at.expr].scope].owner, Owner::Class(_))
            }
            Target::Declared { .. } => true,
            _ => false,
        }
    }

    /// What the call that makes an object gives for a field, by its name or its place.
    pub fn given_to_field(&self, made: &Value, name: &str) -> Vec<Value> {
        let Some((at, env, ExprKind::Call { callee, args })) = self.expr_of(made) else {
            return Vec::new();
        };
        let targets = self.program.resolve(self.beside(at, *callee)).into_iter();
        let mut classes = targets.filter_map(|target| match target {
            Target::Class(class) => Some(class),
            _ => None,
        });
        let Some(class) = classes.next() else {
            return Vec::new();
        };
        if self.constructor(class).is_some() {
            return Vec::new();
        }
        let mut found = self.keyword(at, args, name, env);
        if found.is_empty()
            && let Some(place) = self.place_of_field(class, name)
        {
            found = self.positional(at, args, place, env);
        }
        self.reduced_all(&found)
    }

    fn is_only_declared(&self, class: ClassRef, name: &str) -> bool {
        let members = self.program.class_member(class, name, 0);
        let declared = |member: &Target| match member {
            Target::Declared { .. } => true,
            Target::Value { at, .. } => {
                let is_call = matches!(self.kind(*at), ExprKind::Call { .. });
                is_call && self.passed_on(*at, &Env::default()).is_none()
            }
            _ => false,
        };
        members.iter().all(declared)
    }

    /// The place of a field among those that a class declares.
    fn place_of_field(&self, class: ClassRef, name: &str) -> Option<usize> {
        let module = self.program.module(class.file);
        let scope = module[class.class].scope;
        let fields = module.bindings.iter();
        let mut fields =
            fields.filter(|binding| binding.scope == scope && binding.annotation.is_some());
        fields.position(|binding| *binding.name == *name)
    }

    /// The calls that make objects of a class or its subclasses, with the class that each makes.
    pub fn makers_of(&self, class: ClassRef) -> Vec<(At, ClassRef)> {
        let subclasses = self.program.subclasses(class);
        let subclasses = subclasses.iter().take(MOST_SUBCLASSES).copied();
        let makers = std::iter::once(class).chain(subclasses).flat_map(|class| {
            let makers = self.program.makers(class).into_iter();
            makers.map(move |maker| (maker, class))
        });
        makers.collect()
    }
}
