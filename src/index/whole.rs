//! What a script gives as a whole (`module.exports = …`), taken by `require("./client")` under a name
//! of the taker's: then the name stands for the script and for what it gives.

use super::memo::Trace;
use super::modules::Seen;
use super::{At, Program, Target};
use crate::ir::{ExprKind, Parent, ScopeId};
use crate::source::{FileId, Language};

/// How much of what is put into a table is looked at.
const MOST_PUT: usize = 40;
/// The name of what a script gives as a whole.
const DEFAULT: &str = "default";

impl Program {
    /// Where what a script gives as a whole came from.
    pub(super) fn whole_of(&self, file: FileId, trace: &mut Trace) -> Vec<Target> {
        if matches!(
            self.file(file).language,
            Language::Python | Language::Rust | Language::Text
        ) {
            return Vec::new();
        }
        let given = self.module_member(file, DEFAULT, &mut Seen::default());
        let mut found = Vec::new();
        for target in given {
            match target {
                Target::Value { at, .. } => found.extend(self.origins_in(at, trace).to_vec()),
                // A script that gives on another one says no more of itself.
                Target::Module(_) => {}
                other => found.push(other),
            }
        }
        found
    }

    /// A member of what a script gives as a whole.
    pub(super) fn member_of_whole(
        &self,
        file: FileId,
        name: &str,
        trace: &mut Trace,
    ) -> Vec<Target> {
        let mut found = Vec::new();
        if name == DEFAULT {
            return found;
        }
        for target in self.whole_of(file, trace) {
            match target {
                Target::Class(class) | Target::Instance(class) => {
                    found.extend(self.class_member_in(class, name, trace));
                }
                Target::External(path) => found.push(self.external(&path, &format!(".{name}"))),
                Target::Value { at, .. } => {
                    found.extend(self.entry(at, name));
                    found.extend(self.put_into(at, name));
                }
                _ => {}
            }
        }
        found
    }

    /// The members that statements put into an object under the name that it was given where it was
    /// made: `const tools = {}; tools.ask = …`, seen from another file.
    pub(super) fn put_into(&self, object: At, name: &str) -> Vec<Target> {
        let module = self.module(object.file);
        let (ExprKind::Map { .. }, Parent::Binding(binding)) =
            (self.kind(object), module[object.expr].parent)
        else {
            return Vec::new();
        };
        let set = self.members_set(object.file, &module[binding].name, u32::MAX);
        set.filter(|(member, _)| &***member == name)
            .map(|(_, value)| Target::value(value, false))
            .collect()
    }

    /// All that statements put into a table of a module, whatever the key: `REGISTRY["a"] = A`.
    pub(super) fn all_put_into(&self, table: At) -> Vec<At> {
        let module = self.module(table.file);
        let (ExprKind::Map { .. }, Parent::Binding(binding)) =
            (self.kind(table), module[table.expr].parent)
        else {
            return Vec::new();
        };
        let binding = &module[binding];
        if binding.scope != ScopeId(0) || binding.object.is_some() {
            return Vec::new();
        }
        let set = self.members_set(table.file, &binding.name, u32::MAX);
        set.take(MOST_PUT).map(|(_, value)| value).collect()
    }
}
