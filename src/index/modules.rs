//! Which file of the project an import means, and what a module gives to others.

use super::{At, ClassRef, Program, Target, reach};
use crate::ir::{ClassKind, Export, Import, Owner, ScopeId};
use crate::source::{FileId, Language};
use std::collections::HashMap;

/// How many modules one name is looked for in.
const MOST_SEEN: usize = 200;

/// The modules that a name was looked for in already: re-exports may go round.
#[derive(Debug, Default)]
pub(super) struct Seen(Vec<(FileId, String)>);

impl Seen {
    fn enter(&mut self, file: FileId, name: &str) -> bool {
        let known = |(seen, of): &(FileId, String)| *seen == file && of == name;
        if self.0.len() >= MOST_SEEN || self.0.iter().any(known) {
            return false;
        }
        self.0.push((file, name.to_string()));
        true
    }
}

impl Program {
    /// What an import means. What the project's own module of that name does not give may come from
    /// a package of the same name.
    pub(super) fn import_targets(
        &self,
        file: FileId,
        import: &Import,
        seen: &mut Seen,
    ) -> Vec<Target> {
        if let Some(known) = self.of_member_crate(file, import) {
            return vec![known];
        }
        let module = self.import_module(file, &import.module, import.scope, seen);
        let shadowed = self.shadowed(file, &import.module, &module);
        let Some(name) = import.name.as_deref() else {
            return std::iter::once(module).chain(shadowed).collect();
        };
        let mut found = self.given_by(&module, name, seen);
        if found.is_empty() {
            found.extend(
                shadowed
                    .iter()
                    .flat_map(|module| self.given_by(module, name, seen)),
            );
        }
        found
    }

    /// What the catalogue names in a crate of the workspace: an SDK's own examples use the SDK.
    fn of_member_crate(&self, file: FileId, import: &Import) -> Option<Target> {
        let first = import.module.split("::").next()?;
        if self.file(file).language != Language::Rust || !self.crates.contains_key(first) {
            return None;
        }
        let mut path = import.module.replace("::", ".");
        if let Some(name) = import.name.as_deref() {
            path = format!("{path}.{name}");
        }
        self.types
            .leads_on(&path)
            .then(|| Target::External(self.types.canonical(path)))
    }

    /// What a module, folder, class or outside package gives for a name.
    fn given_by(&self, module: &Target, name: &str, seen: &mut Seen) -> Vec<Target> {
        match module {
            Target::Module(file) => self.module_member(*file, name, seen),
            Target::Folder(folder) => self.folder_member(folder, name),
            Target::Class(class) => self.own_member(*class, name),
            Target::External(path) => vec![self.external(path, &format!(".{name}"))],
            _ => Vec::new(),
        }
    }

    /// Whether an import is of this file.
    pub(super) fn imports_file(&self, file: FileId, import: &Import, of: FileId) -> bool {
        let module = self.import_module(file, &import.module, import.scope, &mut Seen::default());
        module == Target::Module(of)
    }

    /// The outside package that a file or folder of the project has the name of.
    fn shadowed(&self, file: FileId, path: &str, module: &Target) -> Option<Target> {
        let python = self.file(file).language == Language::Python && !path.starts_with('.');
        let own = matches!(module, Target::Module(_) | Target::Folder(_));
        (python && own).then(|| Target::External(self.types.canonical(path.to_string())))
    }

    /// What a star import gives for a name.
    pub(super) fn star_targets(
        &self,
        file: FileId,
        import: &Import,
        name: &str,
        seen: &mut Seen,
    ) -> Vec<Target> {
        match self.import_module(file, &import.module, import.scope, seen) {
            Target::Module(of) => self.module_member(of, name, seen),
            Target::Class(class) => self.own_member(class, name),
            Target::External(path) => {
                // A name can come from any star import: only one that the catalogue knows counts.
                let known = self.types.canonical(format!("{path}.{name}"));
                let is_known = self.types.is_known(&known)
                    || self
                        .types
                        .is_known(&self.types.canonical(format!("{known}()")))
                    || name.starts_with(char::is_uppercase);
                let found = is_known.then_some(Target::External(known));
                found.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// The file, folder or outside package that a module path means.
    fn import_module(&self, file: FileId, path: &str, scope: ScopeId, seen: &mut Seen) -> Target {
        match self.file(file).language {
            Language::Python => self
                .memo
                .module(file, path, || self.python_module(file, path)),
            Language::Rust => self.rust_module(file, path, scope, seen),
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
                if let Some(found) = self.python_at(&joined(&root, &rest))
                    && !matches!(&found, Target::Module(own) if *own == file)
                {
                    return found;
                }
            }
            if folder.is_empty() {
                return self
                    .python_elsewhere(file, &rest)
                    .unwrap_or_else(|| Target::External(self.types.canonical(path.to_string())));
            }
            folder = parent(folder);
        }
    }

    /// The module of the project that an import means which only a search path set elsewhere
    /// explains: the one in the folder nearest to the file, if there is one such.
    fn python_elsewhere(&self, file: FileId, rest: &str) -> Option<Target> {
        let head = rest.split('/').next().unwrap_or(rest);
        if self.types.is_package(head) {
            return None;
        }
        let own = &self.file(file).path;
        let shared = |path: &str| {
            let folders = parent(own).split('/').zip(parent(path).split('/'));
            folders.take_while(|(a, b)| a == b).count()
        };
        let last = rest.rsplit('/').next().unwrap_or(rest);
        let mut best: Option<(usize, FileId)> = None;
        let mut tied = false;
        for id in self.python_named(last).iter().filter(|id| **id != file) {
            let path = &self.file(*id).path;
            let stem = path.strip_suffix(".py").unwrap_or(path);
            let stem = stem.strip_suffix("/__init__").unwrap_or(stem);
            let inside = stem
                .strip_suffix(rest)
                .is_some_and(|before| before.ends_with('/'));
            let near = shared(path);
            if !inside || near == 0 && own.contains('/') {
                continue;
            }
            tied = best.is_some_and(|(known, _)| known == near)
                || tied && best.is_some_and(|(known, _)| known > near);
            if best.is_none_or(|(known, _)| near > known) {
                (best, tied) = (Some((near, *id)), false);
            }
        }
        best.filter(|_| !tied).map(|(_, id)| Target::Module(id))
    }

    /// The Python files and packages of a name.
    fn python_named(&self, name: &str) -> &[FileId] {
        let named = self.named.get_or_init(|| {
            let mut named: HashMap<String, Vec<FileId>> = HashMap::new();
            for (number, file) in self.files.iter().enumerate() {
                let Some(stem) = file.path.strip_suffix(".py") else {
                    continue;
                };
                let stem = stem.strip_suffix("/__init__").unwrap_or(stem);
                let last = stem.rsplit('/').next().unwrap_or(stem);
                let id = FileId(number as u32);
                named.entry(last.to_string()).or_default().push(id);
            }
            named
        });
        named.get(name).map_or(&[], Vec::as_slice)
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

    fn rust_module(&self, file: FileId, path: &str, scope: ScopeId, seen: &mut Seen) -> Target {
        let mut segments = path.split("::").filter(|segment| !segment.is_empty());
        let first = segments.next().unwrap_or_default();
        let outside = || Target::External(self.types.canonical(self.outside_path(path)));
        let mut target = match self.rust_start(file, first, scope) {
            Some(target) => target,
            None => return outside(),
        };
        for segment in segments {
            let next = match (&target, segment) {
                (Target::Module(id), "super") => self.rust_parent(&self.file(*id).path),
                (Target::Module(id), _) => self.rust_child(*id, segment).or_else(|| {
                    let found = self.module_member(*id, segment, seen);
                    found.into_iter().next()
                }),
                (Target::Class(class), _) => self.own_member(*class, segment).into_iter().next(),
                _ => None,
            };
            match next {
                Some(next) => target = next,
                None => return outside(),
            }
        }
        target
    }

    /// The access path of what stands in no crate of the project. A crate that another one gives on
    /// (`helper::async_openai::Client`) is known by its own name.
    fn outside_path(&self, path: &str) -> String {
        let path = path.replace("::", ".");
        let mut starts = path.match_indices('.').map(|(dot, _)| dot + 1);
        let first = path.split('.').next().unwrap_or_default();
        if self.types.is_package(first) || matches!(first, "crate" | "self" | "super") {
            return path;
        }
        // A short name may be a module of anything.
        let given_on = starts.find(|start| {
            let name = path[*start..].split('.').next().unwrap_or_default();
            name.contains('_') && self.types.is_package(name)
        });
        given_on.map_or(path.clone(), |start| path[start..].to_string())
    }

    /// What the first segment of a path means: a module of the project, or nothing of it.
    fn rust_start(&self, file: FileId, first: &str, scope: ScopeId) -> Option<Target> {
        match first {
            "crate" => return self.crate_root(&self.file(file).path),
            "self" => return Some(self.rust_own(file, scope)),
            "super" => return self.rust_super(file, scope),
            _ => {}
        }
        let krate = || self.crates.get(first).map(|id| Target::Module(*id));
        self.rust_declared(file, first, scope).or_else(krate)
    }

    /// A module that the file declares: `mod prompts;` or `mod prompts { … }` before
    /// `use prompts::X`.
    fn rust_declared(&self, file: FileId, name: &str, scope: ScopeId) -> Option<Target> {
        let module = self.module(file);
        let child = module.imports.iter().any(|import| {
            *import.local == *name && import.module.starts_with("self") && !import.star
        });
        if child {
            return self.rust_child(file, name);
        }
        let mut next = Some(scope);
        while let Some(id) = next {
            for binding in module[id].bindings.get(name).into_iter().flatten() {
                if let crate::ir::BindingKind::Class(class) = module[*binding].kind
                    && module[class].kind == ClassKind::Namespace
                {
                    return Some(Target::Class(ClassRef { file, class }));
                }
            }
            next = module[id].parent;
        }
        None
    }

    /// The inline modules around a scope, the innermost first.
    fn inline_modules(&self, file: FileId, scope: ScopeId) -> Vec<ClassRef> {
        let module = self.module(file);
        let mut found = Vec::new();
        let mut next = Some(scope);
        while let Some(id) = next {
            if let Owner::Class(class) = module[id].owner
                && module[class].kind == ClassKind::Namespace
            {
                found.push(ClassRef { file, class });
            }
            next = module[id].parent;
        }
        found
    }

    fn rust_own(&self, file: FileId, scope: ScopeId) -> Target {
        let inline = self.inline_modules(file, scope);
        inline
            .first()
            .map_or(Target::Module(file), |class| Target::Class(*class))
    }

    fn rust_super(&self, file: FileId, scope: ScopeId) -> Option<Target> {
        match &self.inline_modules(file, scope)[..] {
            [] => self.rust_parent(&self.file(file).path),
            [_] => Some(Target::Module(file)),
            [_, around, ..] => Some(Target::Class(*around)),
        }
    }

    /// The crate or external package that a lower-case root of a path names.
    pub(super) fn rust_root(&self, at: At, name: &str) -> Vec<Target> {
        if let Some(bare) = name.strip_suffix('!') {
            return self.imported_macro(at.file, bare).into_iter().collect();
        }
        let scope = self.expr(at).scope;
        let outside = self.crates.contains_key(name) && self.types.leads_on(name);
        let target = self.rust_start(at.file, name, scope);
        let mut found: Vec<Target> = target.into_iter().collect();
        if outside || found.is_empty() {
            found.push(self.external(name, ""));
        }
        found
    }

    /// A macro, by the package that it is imported from.
    fn imported_macro(&self, file: FileId, name: &str) -> Option<Target> {
        let mut imports = self.module(file).imports.iter();
        let path = imports
            .find(|import| *import.local == *name)
            .map(|import| format!("{}.{name}!", import.module.replace("::", ".")));
        let path = path.unwrap_or_else(|| format!("{name}!"));
        Some(Target::External(self.types.canonical(path)))
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
        let folder = match name {
            "mod.rs" => parent(folder),
            _ => folder,
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
    pub(super) fn folder_member(&self, folder: &str, name: &str) -> Vec<Target> {
        self.python_at(&joined(folder, name)).into_iter().collect()
    }

    /// What a module gives for a name.
    pub(super) fn module_member(&self, file: FileId, name: &str, seen: &mut Seen) -> Vec<Target> {
        if !seen.enter(file, name) {
            return Vec::new();
        }
        let mut found = self.exported(file, name, seen);
        if found.is_empty() {
            found = self.at_top(file, name, seen);
        }
        if found.is_empty() {
            found.extend(self.submodule(file, name));
        }
        let stars = self.module(file).imports.iter();
        let mut stars = stars.filter(|import| import.star && import.scope == ScopeId(0));
        while found.is_empty()
            && let Some(import) = stars.next()
        {
            found = self.star_targets(file, import, name, seen);
        }
        found
    }

    fn at_top(&self, file: FileId, name: &str, seen: &mut Seen) -> Vec<Target> {
        let bindings = reach::at_end(self.module(file), ScopeId(0), name);
        let mut found = Vec::new();
        for (binding, sure) in bindings {
            found.extend(self.binding_targets_in(file, binding, sure, seen));
        }
        found
    }

    /// A Python package's or Rust module's child file.
    fn submodule(&self, file: FileId, name: &str) -> Option<Target> {
        let path = &self.file(file).path;
        match self.file(file).language {
            Language::Python => {
                let folder = path.strip_suffix("__init__.py")?;
                self.python_at(&joined(folder.trim_end_matches('/'), name))
            }
            Language::Rust => self.rust_child(file, name),
            _ => None,
        }
    }

    fn exported(&self, file: FileId, name: &str, seen: &mut Seen) -> Vec<Target> {
        for export in &self.module(file).exports {
            let found = self.of_export(file, export, name, seen);
            if !found.is_empty() {
                return found;
            }
        }
        for export in &self.module(file).exports {
            if let Export::All { module } = export {
                let module = self.import_module(file, module, ScopeId(0), seen);
                if let Target::Module(of) = module
                    && name != "default"
                {
                    let found = self.module_member(of, name, seen);
                    if !found.is_empty() {
                        return found;
                    }
                }
            }
        }
        Vec::new()
    }

    fn of_export(&self, file: FileId, export: &Export, name: &str, seen: &mut Seen) -> Vec<Target> {
        match export {
            Export::Local {
                name: outside,
                local,
            } if **outside == *name => self.at_top(file, local, seen),
            Export::Value {
                name: outside,
                value,
            } if **outside == *name => {
                let at = At { file, expr: *value };
                vec![Target::value(at, true)]
            }
            Export::From {
                module,
                name: inside,
                as_name,
            } if **as_name == *name => {
                let module = self.import_module(file, module, ScopeId(0), seen);
                match inside {
                    Some(inside) => self.given_by(&module, inside, seen),
                    None => vec![module],
                }
            }
            _ => Vec::new(),
        }
    }
}

pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

pub(super) fn joined(folder: &str, rest: &str) -> String {
    match (folder.is_empty(), rest.is_empty()) {
        (true, _) => rest.to_string(),
        (_, true) => folder.to_string(),
        _ => format!("{folder}/{rest}"),
    }
}

/// A path without `.` and `..` segments, but for those that lead up from where it starts; an absolute
/// one stays absolute.
pub(super) fn normalised(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    let root = if path.starts_with('/') { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn paths_lead_up_from_where_they_start() {
        for (path, expected) in [
            ("src/./a/../b", "src/b"),
            ("../other/src/../llm", "../other/llm"),
            ("../../llm", "../../llm"),
            ("/home/me/app/../llm", "/home/me/llm"),
        ] {
            assert_eq!(normalised(path), expected);
        }
    }
}
