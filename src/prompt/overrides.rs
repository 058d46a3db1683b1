//! What subclasses put in the place of a member that a base class leaves open: each is an
//! alternative of the base class's call.

use super::env::Env;
use super::eval::{Eval, Value};
use crate::index::{At, ClassRef, FnRef, Target};
use crate::ir::{BindingKind, ExprKind};

/// How many subclasses are looked at.
const MOST: usize = 16;

impl Eval<'_> {
    /// The values that subclasses give the member `name` of the receiver at `object`; `made`: only
    /// those whose instance `env` shows being made.
    pub fn overriding_values(&self, object: At, name: &str, env: &Env, made: bool) -> Vec<Value> {
        let mut out = Vec::new();
        let mut classes = self.subclasses_of_receiver(object);
        classes.retain(|class| !made || env.maker(*class).is_some());
        for class in classes {
            let module = self.program.module(class.file);
            let scope = &module[module[class.class].scope];
            let attributes = module[class.class].attributes.get(name);
            let bindings = scope.bindings.get(name).into_iter().chain(attributes);
            for binding in bindings.flatten() {
                if let BindingKind::Set(expr) = module[*binding].kind {
                    let file = class.file;
                    out.extend(self.values(At { file, expr }, env));
                }
            }
        }
        out
    }

    /// The methods `name` of subclasses of the receiver at `object`.
    pub fn overriding_methods(&self, object: At, name: &str) -> Vec<FnRef> {
        let classes = self.subclasses_of_receiver(object).into_iter();
        let methods = classes.filter_map(|class| {
            let module = self.program.module(class.file);
            let methods = &module[class.class].methods;
            let own = methods
                .iter()
                .find(|method| *module[**method].name == *name);
            own.map(|function| FnRef {
                file: class.file,
                function: *function,
            })
        });
        methods.collect()
    }

    fn subclasses_of_receiver(&self, object: At) -> Vec<ClassRef> {
        if !matches!(self.kind(object), ExprKind::SelfRef) {
            return Vec::new();
        }
        let mut found: Vec<ClassRef> = Vec::new();
        for target in self.program.resolve(object) {
            if let Target::Instance(class) | Target::Class(class) = target {
                self.subclasses(class, &mut found);
            }
        }
        found
    }

    /// The subclasses of a class, direct ones first.
    fn subclasses(&self, class: ClassRef, found: &mut Vec<ClassRef>) {
        let direct = self.program.subclasses(class);
        let before = found.len();
        for sub in direct.iter() {
            if found.len() < MOST && !found.contains(sub) {
                found.push(*sub);
            }
        }
        let direct: Vec<ClassRef> = found.iter().skip(before).copied().collect();
        for sub in direct {
            if found.len() < MOST {
                self.subclasses(sub, found);
            }
        }
    }
}
