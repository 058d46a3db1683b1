//! Which file of the project an import means, and what a module gives to others.

use super::budget::spend;
use super::{At, ClassRef, Program, Target, reach};
use crate::ir::{BindingKind, ClassKind, Export, Import, Owner, ScopeId};
use crate::source::{FileId, Language};

/// Extensions tried for a module written without one, and for `.js` written for `.ts`.
const SCRIPTS: &[&str] = &["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];

impl Program {
    /// What an import means.
    pub(super) fn import_targets(&self, file: FileId, import: &Import, depth: u32) -> Vec<Target> {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return Vec::new();
        };
        let module = self.import_module(file, &import.module, depth);
        let Some(name) = import.name.as_deref() else {
            return vec![module];
        };
        let found = match &module {
            Target::Module(of) => self.module_member(*of, name, depth),
            Target::Folder(folder) => self.folder_member(folder, name, depth),
            Target::Class(class) => self.class_member(*class, name, depth),
            _ => Vec::new(),
        };
        match module {
            _ if !found.is_empty() => found,
            Target::External(path) => vec![Target::External(
                self.types.canonical(format!("{path}.{name}")),
            )],
            _ => Vec::new(),
        }
    }

    /// What a star import gives for a name.
    pub(super) fn star_targets(
        &self,
        file: FileId,
        import: &Import,
        name: &str,
        depth: u32,
    ) -> Vec<Target> {
        match self.import_module(file, &import.module, depth) {
            Target::Module(of) => self.module_member(of, name, depth),
            Target::Class(class) => self.class_member(class, name, depth),
            Target::External(path) => {
                // A name can come from any star import: only one that the table knows counts.
                let path = format!("{path}.{name}");
                let known = self.types.canonical(path.clone());
                let instance = self.types.canonical(format!("{path}()"));
                let found = known != path
                    || instance != format!("{path}()")
                    || name.starts_with(char::is_uppercase);
                found
                    .then_some(Target::External(known))
                    .into_iter()
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The file, folder or outside package that a module path means.
    fn import_module(&self, file: FileId, path: &str, depth: u32) -> Target {
        match self.file(file).language {
            Language::Python => self.python_module(file, path),
            Language::Rust => self.rust_module(file, path, depth),
            _ => self.script_module(file, path),
        }
    }

    fn python_module(&self, file: FileId, path: &str) -> Target {
        let dots = path.bytes().take_while(|byte| *byte == b'.').count();
        let rest = path[dots..].replace('.', "/");
        let mut folder = parent(&self.file(file).path);
        if dots > 0 {
            for _ in 1..dots {
                folder = parent(folder);
            }
            return self
                .python_at(&joined(folder, &rest))
                .unwrap_or_else(|| Target::External(path.to_string()));
        }
        loop {
            for root in [folder.to_string(), joined(folder, "src")] {
                // A folder of the same name as a package from outside is a package of the project only
                // if it holds the module.
                if let Some(found) = self.python_at(&joined(&root, &rest))
                    && !matches!(&found, Target::Module(own) if *own == file)
                {
                    return found;
                }
            }
            if folder.is_empty() {
                return Target::External(self.types.canonical(path.to_string()));
            }
            folder = parent(folder);
        }
    }

    fn python_at(&self, path: &str) -> Option<Target> {
        let module = self.by_path.get(&format!("{path}.py"));
        let package = || self.by_path.get(&joined(path, "__init__.py"));
        if let Some(id) = package().or(module) {
            return Some(Target::Module(*id));
        }
        self.folders
            .contains(path)
            .then(|| Target::Folder(path.to_string()))
    }

    fn script_module(&self, file: FileId, path: &str) -> Target {
        let own = parent(&self.file(file).path);
        if path.starts_with('.') {
            let base = normalised(&joined(own, path));
            return self
                .script_at(&base)
                .map_or_else(|| Target::External(path.to_string()), Target::Module);
        }
        // `@/x` and `~/x` are the project's own by convention: below `src/` or the project's root.
        if let Some(rest) = path.strip_prefix("@/").or(path.strip_prefix("~/")) {
            let mut folder = own;
            loop {
                for base in [joined(folder, rest), joined(&joined(folder, "src"), rest)] {
                    if let Some(id) = self.script_at(&base) {
                        return Target::Module(id);
                    }
                }
                if folder.is_empty() {
                    break;
                }
                folder = parent(folder);
            }
        }
        Target::External(
            self.types
                .canonical(path.strip_prefix("node:").unwrap_or(path).to_string()),
        )
    }

    fn script_at(&self, base: &str) -> Option<FileId> {
        if let Some(id) = self.by_path.get(base) {
            return Some(*id);
        }
        let stems = [
            Some(base),
            base.strip_suffix(".js"),
            base.strip_suffix(".mjs"),
            base.strip_suffix(".jsx"),
        ];
        for stem in stems.into_iter().flatten() {
            for extension in SCRIPTS {
                if let Some(id) = self.by_path.get(&format!("{stem}.{extension}")) {
                    return Some(*id);
                }
            }
        }
        SCRIPTS.iter().find_map(|extension| {
            self.by_path
                .get(&joined(base, &format!("index.{extension}")))
                .copied()
        })
    }

    fn rust_module(&self, file: FileId, path: &str, depth: u32) -> Target {
        let mut segments = path.split("::").filter(|segment| !segment.is_empty());
        let first = segments.next().unwrap_or_default();
        let own = &self.file(file).path;
        let mut target = match first {
            "crate" => self.crate_root(own),
            "self" => Some(Target::Module(file)),
            "super" => self.rust_parent(own),
            // A crate that the catalogue knows is read as users of it see it, also in its own repository.
            _ if self.types.is_root(first) => None,
            _ => self.crates.get(first).map(|id| Target::Module(*id)),
        };
        if target.is_none() && !self.types.is_root(first) {
            let module = self.module(file);
            // `use prompts::X` after `mod prompts;`.
            let local = !reach::at_end(module, ScopeId(0), first).is_empty()
                && module
                    .imports
                    .iter()
                    .any(|import| *import.local == *first && import.module.starts_with("self"));
            target = if local {
                self.rust_child(file, first)
            } else {
                None
            };
        }
        let Some(mut target) = target else {
            return Target::External(self.types.canonical(path.replace("::", ".")));
        };
        for segment in segments {
            let next = match &target {
                _ if segment == "super" => match &target {
                    Target::Module(id) => self.rust_parent(&self.file(*id).path),
                    _ => None,
                },
                Target::Module(id) => self.rust_child(*id, segment).or_else(|| {
                    self.module_member(*id, segment, depth / 2)
                        .into_iter()
                        .next()
                }),
                Target::Class(class) => self
                    .class_member(*class, segment, depth / 2)
                    .into_iter()
                    .next(),
                _ => None,
            };
            match next {
                Some(next) => target = next,
                None => return Target::External(path.replace("::", ".")),
            }
        }
        target
    }

    /// The crate or external package that a lower-case root of a path names.
    pub(super) fn rust_root(&self, file: FileId, name: &str) -> Vec<Target> {
        let target = match name {
            "crate" => self.crate_root(&self.file(file).path),
            "super" => self.rust_parent(&self.file(file).path),
            _ if self.types.is_root(name) => None,
            _ => self.crates.get(name).map(|id| Target::Module(*id)),
        };
        vec![target.unwrap_or_else(|| Target::External(self.types.canonical(name.to_string())))]
    }

    fn crate_root(&self, path: &str) -> Option<Target> {
        let mut folder = parent(path);
        loop {
            for root in ["lib.rs", "main.rs"] {
                if let Some(id) = self.by_path.get(&joined(folder, root)) {
                    return Some(Target::Module(*id));
                }
            }
            if folder.is_empty() {
                return None;
            }
            folder = parent(folder);
        }
    }

    fn rust_parent(&self, path: &str) -> Option<Target> {
        let folder = parent(path);
        let name = path.rsplit('/').next().unwrap_or(path);
        let folder = if name == "mod.rs" {
            parent(folder)
        } else {
            folder
        };
        let of_folder = format!("{folder}.rs");
        ["mod.rs", "lib.rs", "main.rs"]
            .iter()
            .map(|root| joined(folder, root))
            .chain(Some(of_folder))
            .find_map(|candidate| self.by_path.get(&candidate))
            .map(|id| Target::Module(*id))
    }

    fn rust_child(&self, file: FileId, name: &str) -> Option<Target> {
        let path = &self.file(file).path;
        let stem = path.rsplit('/').next().unwrap_or(path);
        let folder = match stem {
            "mod.rs" | "lib.rs" | "main.rs" => parent(path).to_string(),
            _ => path.trim_end_matches(".rs").to_string(),
        };
        let name = name.trim_start_matches("r#");
        [
            joined(&folder, &format!("{name}.rs")),
            joined(&joined(&folder, name), "mod.rs"),
        ]
        .iter()
        .find_map(|candidate| self.by_path.get(candidate))
        .map(|id| Target::Module(*id))
    }

    /// What a folder of Python modules gives.
    pub(super) fn folder_member(&self, folder: &str, name: &str, _depth: u32) -> Vec<Target> {
        self.python_at(&joined(folder, name)).into_iter().collect()
    }

    /// What a module gives for a name.
    pub(super) fn module_member(&self, file: FileId, name: &str, depth: u32) -> Vec<Target> {
        let Some(depth) = depth.checked_sub(1).filter(|_| spend()) else {
            return Vec::new();
        };
        let module = self.module(file);
        if let Some(found) = self.exported(file, name, depth) {
            return found;
        }
        let mut found: Vec<Target> = Vec::new();
        for (binding, sure) in reach::at_end(module, ScopeId(0), name) {
            // A module that imports its own name would go round.
            let own_import = match module[binding].kind {
                BindingKind::Import(import) => {
                    module[import].name.as_deref() == Some(name)
                        && self.import_module(file, &module[import].module, depth)
                            == Target::Module(file)
                }
                _ => false,
            };
            if !own_import {
                found.extend(self.binding_targets(file, binding, sure, depth));
            }
        }
        if found.is_empty() {
            found.extend(self.submodule(file, name));
        }
        if found.is_empty() {
            for import in module.imports.iter().filter(|import| import.star) {
                found.extend(self.star_targets(file, import, name, depth));
                if !found.is_empty() {
                    break;
                }
            }
        }
        found
    }

    /// A Python package's or Rust module's child file.
    fn submodule(&self, file: FileId, name: &str) -> Option<Target> {
        let path = &self.file(file).path;
        match self.file(file).language {
            Language::Python => {
                let folder = path.strip_suffix("/__init__.py")?;
                self.python_at(&joined(folder, name))
            }
            Language::Rust => self.rust_child(file, name),
            _ => None,
        }
    }

    fn exported(&self, file: FileId, name: &str, depth: u32) -> Option<Vec<Target>> {
        let module = self.module(file);
        for export in &module.exports {
            match export {
                Export::Local {
                    name: outside,
                    local,
                } if **outside == *name => {
                    let found: Vec<Target> = reach::at_end(module, ScopeId(0), local)
                        .into_iter()
                        .flat_map(|(binding, sure)| {
                            self.binding_targets(file, binding, sure, depth)
                        })
                        .collect();
                    if !found.is_empty() {
                        return Some(found);
                    }
                }
                Export::Value {
                    name: outside,
                    value,
                } if **outside == *name => {
                    return Some(vec![Target::Value {
                        at: At { file, expr: *value },
                        extend: None,
                        sure: true,
                    }]);
                }
                Export::From {
                    module: from,
                    name: inside,
                    as_name,
                } if **as_name == *name => {
                    let target = self.import_module(file, from, depth);
                    return Some(match (target, inside) {
                        (Target::Module(of), Some(inside)) => self.module_member(of, inside, depth),
                        (Target::External(path), Some(inside)) => {
                            vec![Target::External(
                                self.types.canonical(format!("{path}.{inside}")),
                            )]
                        }
                        (target, None) => vec![target],
                        _ => Vec::new(),
                    });
                }
                _ => {}
            }
        }
        for export in &module.exports {
            if let Export::All { module: from } = export
                && let Target::Module(of) = self.import_module(file, from, depth)
                && of != file
            {
                let found = self.module_member(of, name, depth);
                if !found.is_empty() {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Whether a class is an inline module.
    pub fn is_namespace(&self, class: ClassRef) -> bool {
        let module = self.module(class.file);
        module[class.class].kind == ClassKind::Namespace
            && matches!(module[module[class.class].scope].owner, Owner::Class(_))
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn joined(folder: &str, rest: &str) -> String {
    match (folder.is_empty(), rest.is_empty()) {
        (true, _) => rest.to_string(),
        (_, true) => folder.to_string(),
        _ => format!("{folder}/{rest}"),
    }
}

/// A path without `.` and `..` segments.
fn normalised(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for (number, part) in path.split('/').enumerate() {
        match part {
            // The first empty part is the root of an absolute path.
            "" if number > 0 => {}
            "." => {}
            // A scanned root may itself lie above where the command runs.
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}
