//! Members and bases of classes of the project.

use super::memo::Trace;
use super::modules::Seen;
use super::names::is_whole;
use super::{At, ClassRef, FnRef, Program, Target};
use crate::ir::{BindingId, BindingKind, ClassId, ClassKind, ExprKind, FunctionId};
use crate::source::Language;
use std::sync::Arc;

/// Decorators that make a method read like an attribute.
const PROPERTIES: &[&str] = &["property", "cached_property"];

impl Program {
    /// A member of a class of the project or of its bases.
    pub fn class_member(&self, class: ClassRef, name: &str, _depth: u32) -> Vec<Target> {
        self.class_member_in(class, name, &mut Trace::default())
    }

    pub(super) fn class_member_in(
        &self,
        class: ClassRef,
        name: &str,
        trace: &mut Trace,
    ) -> Vec<Target> {
        let attributes = &self.module(class.file)[class.class].attributes;
        let bound = self.bound(class, attributes.get(name).map_or(&[], Vec::as_slice));
        if bound.iter().any(is_whole) {
            return bound;
        }
        let mut found = self.own_member(class, name);
        if found.is_empty() {
            found = self.extended(class, name);
        }
        if found.is_empty() {
            found = trace.in_class(class, name, |trace| self.inherited(class, name, trace));
        }
        found.extend(bound);
        found
    }

    /// A member that the class's own body or methods give.
    pub(super) fn own_member(&self, class: ClassRef, name: &str) -> Vec<Target> {
        let module = self.module(class.file);
        let known = &module[class.class];
        let bindings = module[known.scope].bindings.get(name);
        let found = self.bound(class, bindings.map_or(&[], Vec::as_slice));
        if !found.is_empty() {
            return found
                .into_iter()
                .flat_map(|target| self.read(target))
                .collect();
        }
        let mut methods = known.methods.iter();
        let method = methods.find(|method| *module[**method].name == *name);
        let method = method.map(|function| self.method(class, *function));
        method
            .into_iter()
            .flat_map(|target| self.read(target))
            .collect()
    }

    /// A member that an `impl` block in another file gives.
    fn extended(&self, class: ClassRef, name: &str) -> Vec<Target> {
        if self.file(class.file).language != Language::Rust {
            return Vec::new();
        }
        let of = &self.module(class.file)[class.class].name;
        for file in self.naming(of, class.file, false).iter() {
            let classes = self.module(*file).classes.iter().enumerate();
            let extensions = classes
                .filter(|(_, known)| known.kind == ClassKind::Extension && known.name == *of);
            for (number, _) in extensions {
                let extension = ClassRef {
                    file: *file,
                    class: ClassId(number as u32),
                };
                let found = self.own_member(extension, name);
                if !found.is_empty() && self.extended_class(extension) == Some(class) {
                    return found;
                }
            }
        }
        Vec::new()
    }

    /// The class that an `impl` block in another file belongs to.
    pub(super) fn extended_class(&self, extension: ClassRef) -> Option<ClassRef> {
        let known = &self.module(extension.file)[extension.class];
        if known.kind != ClassKind::Extension {
            return None;
        }
        let targets = self.module_member(extension.file, &known.name, &mut Seen::default());
        targets.into_iter().find_map(|target| match target {
            Target::Class(class) if class != extension => Some(class),
            _ => None,
        })
    }

    fn method(&self, class: ClassRef, function: FunctionId) -> Target {
        Target::Function(FnRef {
            file: class.file,
            function,
        })
    }

    /// What reading a member gives: of a property, what its function returns.
    fn read(&self, target: Target) -> Vec<Target> {
        let Target::Function(function) = target else {
            return vec![target];
        };
        let known = &self.module(function.file)[function.function];
        if !known.decorators.iter().any(|decorator| {
            self.is_property(At {
                file: function.file,
                expr: *decorator,
            })
        }) {
            return vec![target];
        }
        let sure = known.returns.len() == 1;
        let value = |expr: &_| {
            Target::value(
                At {
                    file: function.file,
                    expr: *expr,
                },
                sure,
            )
        };
        known.returns.iter().map(value).collect()
    }

    fn is_property(&self, decorator: At) -> bool {
        match self.kind(decorator) {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => PROPERTIES.contains(&&**name),
            _ => false,
        }
    }

    fn bound(&self, class: ClassRef, bindings: &[BindingId]) -> Vec<Target> {
        let module = self.module(class.file);
        // `this.send = this.send.bind(this)` says nothing new.
        let is_itself = |id: &&BindingId| match module[**id].kind {
            BindingKind::Set(value) => match &module[value].kind {
                ExprKind::Member { object, name } => {
                    *name == module[**id].name && matches!(module[*object].kind, ExprKind::SelfRef)
                }
                _ => false,
            },
            _ => false,
        };
        let of = |id: &BindingId| {
            let mut found = self.binding_targets_in(class.file, *id, true, &mut Seen::default());
            let binding = &module[*id];
            if let BindingKind::Set(value) = binding.kind
                && binding.annotation.is_some()
                && matches!(module[value].kind, ExprKind::Null)
            {
                // `llm: Optional[Model] = None` is given its value elsewhere.
                let file = class.file;
                found.push(Target::Declared { file, binding: *id });
            }
            found
        };
        bindings
            .iter()
            .filter(|id| !is_itself(id))
            .flat_map(of)
            .collect()
    }

    fn inherited(&self, class: ClassRef, name: &str, trace: &mut Trace) -> Vec<Target> {
        let mut found = Vec::new();
        for base in self.bases_in(class, trace) {
            match base {
                Target::Class(base) if base != class => {
                    found.extend(self.class_member_in(base, name, trace));
                }
                Target::External(path) => {
                    if let Some(Target::External(path)) = self.external_instance(&path) {
                        found.push(self.external(&path, &format!(".{name}")));
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// A value of a type from outside; none where its name tells nothing of an origin.
    pub(super) fn external_instance(&self, path: &str) -> Option<Target> {
        if self.types.is_untyped(path) {
            return None;
        }
        let instance = self.types.canonical(format!("{path}()"));
        instance
            .contains(['.', '#'])
            .then_some(Target::External(instance))
    }

    /// What the bases of a class are.
    pub fn bases(&self, class: ClassRef, _depth: u32) -> Vec<Target> {
        self.bases_in(class, &mut Trace::default())
    }

    pub(super) fn bases_in(&self, class: ClassRef, trace: &mut Trace) -> Vec<Target> {
        let mut found = Vec::new();
        for base in &self.module(class.file)[class.class].bases {
            let base = At {
                file: class.file,
                expr: *base,
            };
            found.extend(self.origins_in(base, trace).iter().cloned());
        }
        found
    }

    /// The direct subclasses of a class, in the order of files.
    pub fn subclasses(&self, class: ClassRef) -> Arc<[ClassRef]> {
        self.memo.subclasses(class, || {
            let name = &self.module(class.file)[class.class].name;
            let mut found = Vec::new();
            for file in self.nearest(&self.naming(name, class.file, false), class.file) {
                let module = self.module(file);
                for number in 0..module.classes.len() as u32 {
                    let sub = ClassRef {
                        file,
                        class: crate::ir::ClassId(number),
                    };
                    let has_bases = sub != class && !module[sub.class].bases.is_empty();
                    if has_bases && self.bases(sub, 8).contains(&Target::Class(class)) {
                        found.push(sub);
                    }
                }
            }
            found
        })
    }

    /// Whether a class is an inline module.
    pub fn is_namespace(&self, class: ClassRef) -> bool {
        self.module(class.file)[class.class].kind == ClassKind::Namespace
    }
}
