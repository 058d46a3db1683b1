//! What a name, a member or a receiver refers to, one step.

use super::memo::Trace;
use super::modules::Seen;
use super::{At, ClassRef, FnRef, Program, Target, reach};
use crate::ir::{BindingId, BindingKind, Entry, ExprId, ExprKind, Extend, Name};
use crate::source::{FileId, Language};

/// How long an access path may grow.
const LONGEST_PATH: usize = 200;
/// How many classes upwards are asked for the package of a base.
const MOST_BASES: usize = 8;

impl Program {
    /// What a name, member or receiver refers to, one step: the bindings that reach it.
    pub fn resolve(&self, at: At) -> Vec<Target> {
        self.resolve_in(at, &mut Trace::default())
    }

    pub(super) fn resolve_in(&self, at: At, trace: &mut Trace) -> Vec<Target> {
        match self.kind(at) {
            ExprKind::Name(name) => self.name_targets(at, name),
            ExprKind::Member { object, name } => {
                self.member_targets(at.with(*object), name, at, trace)
            }
            ExprKind::SelfRef => self.receiver(at).into_iter().collect(),
            ExprKind::SuperRef => self.parents(at, trace),
            _ => Vec::new(),
        }
    }

    fn class_at(&self, at: At) -> Option<ClassRef> {
        let module = self.module(at.file);
        let around = ClassRef {
            file: at.file,
            class: module.class_around(module[at.expr].scope)?,
        };
        Some(self.extended_class(around).unwrap_or(around))
    }

    fn receiver(&self, at: At) -> Option<Target> {
        let class = self.class_at(at)?;
        let module = self.module(at.file);
        let function = module.function_around(module[at.expr].scope);
        Some(match function {
            Some(function) if module[function].is_classmethod => Target::Class(class),
            _ => Target::Instance(class),
        })
    }

    fn parents(&self, at: At, trace: &mut Trace) -> Vec<Target> {
        let Some(class) = self.class_at(at) else {
            return Vec::new();
        };
        let bases = self.bases_in(class, trace).into_iter();
        bases
            .map(|base| match base {
                Target::Class(class) => Target::Instance(class),
                Target::External(path) => self.external(&path, "()"),
                other => other,
            })
            .collect()
    }

    /// The path with one more step, by its short name.
    pub(super) fn external(&self, path: &str, step: &str) -> Target {
        Target::External(self.types.canonical(format!("{path}{step}")))
    }

    fn name_targets(&self, at: At, name: &str) -> Vec<Target> {
        let module = self.module(at.file);
        if let Some(bindings) = reach::reaching(module, at.expr, name) {
            let bindings = bindings.into_iter();
            return bindings
                .flat_map(|(binding, sure)| self.binding_targets(at.file, binding, sure))
                .collect();
        }
        for import in module.imports.iter().filter(|import| import.star) {
            let targets = self.star_targets(at.file, import, name, &mut Seen::default());
            if !targets.is_empty() {
                return targets;
            }
        }
        match module.language {
            Language::Rust => self.rust_root(at, name),
            // Files of definitions see each other's.
            Language::Text if let Some(at) = self.defined(name, at.file) => {
                vec![Target::value(at, true)]
            }
            _ => vec![self.external(name, "")],
        }
    }

    fn binding_targets(&self, file: FileId, id: BindingId, sure: bool) -> Vec<Target> {
        self.binding_targets_in(file, id, sure, &mut Seen::default())
    }

    pub(super) fn binding_targets_in(
        &self,
        file: FileId,
        id: BindingId,
        sure: bool,
        seen: &mut Seen,
    ) -> Vec<Target> {
        let target = match self.module(file)[id].kind {
            BindingKind::Set(expr) => Target::value(At { file, expr }, sure),
            BindingKind::Extend { value, how } => Target::Value {
                at: At { file, expr: value },
                extend: Some(how),
                sure,
            },
            BindingKind::Parameter(function, index) => Target::Parameter {
                function: FnRef { file, function },
                index,
            },
            BindingKind::Function(function) => Target::Function(FnRef { file, function }),
            BindingKind::Class(class) => Target::Class(ClassRef { file, class }),
            BindingKind::Declared => Target::Declared { file, binding: id },
            BindingKind::Import(import) => {
                return self.import_targets(file, &self.module(file)[import], seen);
            }
        };
        vec![target]
    }

    fn member_targets(&self, object: At, name: &str, at: At, trace: &mut Trace) -> Vec<Target> {
        let mut found = Vec::new();
        // What the project's own module gives is not asked of the package whose name it has.
        let mut is_given = false;
        // Nor is what a class says itself asked of the package that its base comes from.
        let mut said_by = Vec::new();
        for target in self.origins_in(object, trace).iter() {
            match target {
                Target::Instance(class) | Target::Class(class) => {
                    let members = self.class_member_in(*class, name, trace);
                    if members.iter().any(|member| self.is_data(member)) {
                        said_by.push(*class);
                    }
                    if members.is_empty() && self.is_wrapped(object) {
                        // `ctx.deps` of a `ctx: Context[Deps]` gives out what it wraps.
                        found.push(target.clone());
                    }
                    found.extend(members);
                }
                Target::Module(file) => {
                    let members = self.module_member(*file, name, &mut Seen::default());
                    is_given |= !members.is_empty();
                    if members.is_empty() {
                        found.extend(self.member_of_whole(*file, name, trace));
                    }
                    found.extend(members);
                }
                Target::External(_) if is_given => {}
                Target::External(path)
                    if said_by
                        .iter()
                        .any(|class| self.is_base(*class, path, trace)) => {}
                Target::Folder(folder) => found.extend(self.folder_member(folder, name)),
                Target::External(path) if path.len() < LONGEST_PATH => {
                    found.push(self.external(path, &format!(".{name}")));
                }
                Target::Value { at: value, .. } => {
                    found.extend(self.entry(*value, name));
                    if value.file != at.file {
                        found.extend(self.put_into(*value, name));
                    }
                }
                Target::Parameter { function, index } => {
                    found.extend(self.typed_field(*function, *index, name, trace));
                }
                Target::Declared { file, binding } => {
                    let annotation = self.module(*file)[*binding].annotation;
                    let written = annotation.map(|expr| At { file: *file, expr });
                    found.extend(self.written_field(written, name, trace));
                }
                _ => {}
            }
        }
        found.extend(self.set_members(object, name, at));
        found.extend(self.kept(object, name));
        found
    }

    /// Whether an access path is that of an object of a class's base.
    fn is_base(&self, class: ClassRef, path: &str, trace: &mut Trace) -> bool {
        let mut waiting = vec![class];
        for _ in 0..MOST_BASES {
            let Some(class) = waiting.pop() else {
                return false;
            };
            for base in self.bases_in(class, trace) {
                match base {
                    Target::Class(base) => waiting.push(base),
                    Target::External(base)
                        if matches!(path.strip_prefix(&*base), Some("" | "()")) =>
                    {
                        return true;
                    }
                    _ => {}
                }
            }
        }
        false
    }

    /// Whether a member is a value of its class's own, no method.
    fn is_data(&self, target: &Target) -> bool {
        match target {
            Target::Value { at, .. } => {
                !matches!(self.kind(*at), ExprKind::Null | ExprKind::Lambda(_))
            }
            _ => false,
        }
    }

    /// Whether a name is a parameter of a generic type from outside.
    fn is_wrapped(&self, name: At) -> bool {
        let of_generic = |target| {
            let Target::Parameter { function, index } = target else {
                return false;
            };
            let params = &self.module(function.file)[function.function].params;
            let annotation = params
                .get(index as usize)
                .and_then(|param| param.annotation);
            annotation.is_some_and(|expr| {
                let at = At {
                    file: function.file,
                    expr,
                };
                let ExprKind::Index { object, .. } = self.kind(at) else {
                    return false;
                };
                let outside = |target: &Target| matches!(target, Target::External(path) if !self.types.is_untyped(path));
                self.resolve(at.with(*object)).iter().all(outside)
            })
        };
        matches!(self.kind(name), ExprKind::Name(_))
            && self.resolve(name).into_iter().any(of_generic)
    }

    /// `object.name = value` statements on the same plain name, before the use.
    fn set_members(&self, object: At, name: &str, at: At) -> Vec<Target> {
        let ExprKind::Name(of) = self.kind(object) else {
            return Vec::new();
        };
        let position = self.expr(at).span.start;
        self.members_set(object.file, of, position)
            .filter(|(member, _)| &***member == name)
            .map(|(_, value)| Target::value(value, true))
            .collect()
    }

    /// The members of a plain name that are set before a position: name and value.
    pub fn members_set<'a>(
        &'a self,
        file: FileId,
        of: &'a str,
        position: u32,
    ) -> impl Iterator<Item = (&'a Name, At)> + 'a {
        let module = self.module(file);
        let is_same = move |object: ExprId| matches!(&module[object].kind, ExprKind::Name(known) if **known == *of);
        module.member_bindings.iter().filter_map(move |id| {
            let binding = &module[*id];
            let BindingKind::Set(value) = binding.kind else {
                return None;
            };
            let reaches = binding.from <= position && binding.object.is_some_and(is_same);
            reaches.then_some((&binding.name, At { file, expr: value }))
        })
    }

    /// The value of an entry of a map.
    pub fn entry(&self, map: At, name: &str) -> Vec<Target> {
        let ExprKind::Map { entries, .. } = self.kind(map) else {
            return Vec::new();
        };
        let value = entries.iter().rev().find_map(|entry| match entry {
            Entry::Field(key, expr) if **key == *name => Some(*expr),
            _ => None,
        });
        value
            .map(|expr| Target::value(map.with(expr), true))
            .into_iter()
            .collect()
    }

    /// The expressions that give a value, names and members followed: what is left is a literal, a
    /// call, a map … or a name that leads nowhere.
    pub fn values(&self, at: At) -> Vec<At> {
        let mut found = Vec::new();
        self.values_to(at, &mut Vec::new(), &mut found);
        found
    }

    fn values_to(&self, at: At, seen: &mut Vec<At>, found: &mut Vec<At>) {
        if found.len() >= 16 || seen.len() > 200 || seen.contains(&at) {
            return;
        }
        seen.push(at);
        match self.kind(at) {
            ExprKind::Name(_) | ExprKind::Member { .. } => {
                let before = found.len();
                for target in self.resolve(at) {
                    if let Target::Value {
                        at, extend: None, ..
                    } = target
                    {
                        self.values_to(at, seen, found);
                    }
                }
                if found.len() == before {
                    found.push(at);
                }
            }
            ExprKind::Choice(arms) => {
                for arm in arms {
                    self.values_to(at.with(*arm), seen, found);
                }
            }
            _ => found.push(at),
        }
    }
}

/// Whether a target says what something is, not only what is added to it.
pub(super) fn is_whole(target: &Target) -> bool {
    !matches!(
        target,
        Target::Value {
            extend: Some(Extend::Append | Extend::Prepend | Extend::Concat | Extend::Merge),
            ..
        }
    )
}
