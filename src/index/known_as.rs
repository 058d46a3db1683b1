//! The other names by which files know what one file defines: `export { ask as askModel }`,
//! `complete = _ask`, `module.exports = { send: ask }`, `pub use self::ask as request`.

use super::{At, FnRef, Program};
use crate::ir::{
    BindingKind, Entry, Export, ExprId, ExprKind, Module, Name, Owner, Parent, ScopeId,
};
use crate::source::{FileId, Language};
use std::collections::HashMap;

/// How many other names of one thing are followed.
const MOST_NAMES: usize = 6;
/// What a script's default export is named.
const DEFAULT: &str = "default";

/// What a file gives away under another name than it knows it by.
pub(super) type Renamed = HashMap<Name, Vec<Name>>;

impl Program {
    /// The calls by the other names of a function, or of its class; whether they are calls of it is
    /// still to be asked.
    pub(super) fn calls_by_other_names(&self, function: FnRef, name: &Name) -> Vec<At> {
        let mut names = self.known_as(name, function.file);
        if self.is_default(function) {
            names.extend(self.default_known_as(function));
        }
        let mut found = Vec::new();
        for name in &names {
            let naming = self.naming(name, function.file, false);
            for file in self.nearest(&naming, function.file) {
                found.extend(self.calls_named(file, name, false));
            }
        }
        found
    }

    /// The other names of what a file defines under a name, as far as files that import it give it
    /// away anew.
    fn known_as(&self, name: &Name, home: FileId) -> Vec<Name> {
        let mut known: Vec<(Name, FileId)> = vec![(name.clone(), home)];
        let mut next = 0;
        while let Some((name, from)) = known.get(next).cloned() {
            next += 1;
            for file in self.nearest(&self.naming(&name, from, false), from) {
                let module = self.module(file);
                if file != from && !takes(module, &name) {
                    continue;
                }
                let renamed = self.memo.given_away(file, || given_away(self, file));
                for other in renamed.get(&name).into_iter().flatten() {
                    let is_new = known.iter().all(|(known, _)| known != other);
                    if is_new && known.len() <= MOST_NAMES {
                        known.push((other.clone(), file));
                    }
                }
            }
        }
        known.into_iter().skip(1).map(|(name, _)| name).collect()
    }

    /// The names under which other scripts give on a script's default function.
    fn default_known_as(&self, function: FnRef) -> Vec<Name> {
        let stem = self.stem(function.file);
        let mut found: Vec<Name> = Vec::new();
        for file in self.nearest(&self.naming(stem, function.file, false), function.file) {
            for export in &self.module(file).exports {
                if let Export::From {
                    name: Some(name),
                    as_name,
                    module,
                } = export
                    && &**name == DEFAULT
                    && &**as_name != DEFAULT
                    && module.ends_with(stem)
                    && found.len() < MOST_NAMES
                {
                    found.push(as_name.clone());
                }
            }
        }
        found
    }
}

/// Whether a file takes a name from another one.
fn takes(module: &Module, name: &Name) -> bool {
    let mut imports = module.imports.iter();
    let mut exports = module.exports.iter();
    imports.any(|import| import.star || import.local == *name || import.name.as_ref() == Some(name))
        || exports.any(|export| match export {
            Export::From { name: inside, .. } => inside.as_ref() == Some(name),
            Export::All { .. } => true,
            _ => false,
        })
}

fn given_away(program: &Program, file: FileId) -> Renamed {
    let module = program.module(file);
    let mut found = Renamed::new();
    let mut add = |name: &Name, other: &Name| {
        if name != other && &**other != DEFAULT && !other.is_empty() {
            let others = found.entry(name.clone()).or_default();
            if !others.contains(other) {
                others.push(other.clone());
            }
        }
    };
    for export in &module.exports {
        match export {
            Export::Local { name, local } => add(local, name),
            Export::From {
                name: Some(name),
                as_name,
                ..
            } => add(name, as_name),
            _ => {}
        }
    }
    let is_package = program.file(file).path.ends_with("__init__.py");
    for import in module
        .imports
        .iter()
        .filter(|import| import.scope == ScopeId(0))
    {
        let exported = || {
            let mut exports = module.exports.iter();
            exports.any(
                |export| matches!(export, Export::Local { local, .. } if *local == import.local),
            )
        };
        let given = match module.language {
            Language::Python => is_package,
            Language::Rust => import.public,
            _ => exported(),
        };
        if let Some(name) = import.name.as_ref().filter(|_| given) {
            add(name, &import.local);
        }
    }
    for (name, uses) in &module.names {
        for used in uses {
            if let Some(other) = kept_as(module, *used) {
                add(name, other);
            }
        }
    }
    found
}

/// The name of a module's, class's or object's under which a value is kept.
fn kept_as(module: &Module, used: ExprId) -> Option<&Name> {
    match module[used].parent {
        Parent::Binding(binding) => {
            let binding = &module[binding];
            let is_value = matches!(binding.kind, BindingKind::Set(value) if value == used);
            let is_local = matches!(module[binding.scope].owner, Owner::Function(_));
            (is_value && (!is_local || binding.object.is_some())).then_some(&binding.name)
        }
        Parent::Expr(outer) => {
            let ExprKind::Map { entries, .. } = &module[outer].kind else {
                return None;
            };
            entries.iter().find_map(|entry| match entry {
                Entry::Field(key, value) if *value == used => Some(key),
                _ => None,
            })
        }
        _ => None,
    }
}
