//! What runs when an object is made: the constructor of its class, and those above that it calls.

use super::env::Env;
use super::eval::Eval;
use crate::index::{At, ClassRef, FnRef, Target};
use crate::ir::{ExprKind, Owner};

/// How many classes up a constructor is followed.
const MOST_BASES: usize = 6;
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
