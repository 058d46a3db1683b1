//! Which file or package a script's import means: relative paths, the paths of a `tsconfig.json`,
//! packages of the workspace, folders that by convention are a root.

use super::modules::{joined, normalised, parent};
use super::{Program, Target};
use crate::source::FileId;

/// Extensions tried for a module written without one, and for `.js` written for `.ts`.
const SCRIPTS: &[&str] = &[
    "ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "vue", "svelte", "astro",
];
/// Prefixes that by convention mean the project's own root or its `src/`.
const ROOTED: &[&str] = &["@/", "~/", "#/", "$lib/"];

impl Program {
    pub(super) fn script_module(&self, file: FileId, path: &str) -> Target {
        // What a bundler is told (`./a.md?raw`, `raw-loader!./a.md`) is no part of the path.
        let path = path.split('?').next().unwrap_or(path);
        let path = path.rsplit('!').next().unwrap_or(path);
        let own = parent(&self.file(file).path);
        if path.starts_with('.') {
            let base = normalised(&joined(own, path));
            return self
                .script_at(&base)
                .map_or_else(|| Target::External(path.to_string()), Target::Module);
        }
        let package = package_of(path);
        if self.types.is_package(&package) {
            return Target::External(self.types.canonical(package));
        }
        let mut candidates = self.manifests.candidates(own, path).into_iter();
        let found = candidates.find_map(|base| self.script_at(&base));
        if let Some(found) = found.or_else(|| self.rooted(own, path)) {
            return Target::Module(found);
        }
        Target::External(self.types.canonical(package))
    }

    /// A module named from the project's root, its `src/` or a base folder, without any manifest
    /// that says so: `@/lib/x`, `src/lib/x`.
    fn rooted(&self, own: &str, path: &str) -> Option<FileId> {
        let prefix = ROOTED.iter().find(|prefix| path.starts_with(**prefix));
        let rest = match prefix {
            Some(&"$lib/") => path.replacen('$', "", 1),
            Some(prefix) => path[prefix.len()..].to_string(),
            None if path.contains('/') && !path.starts_with('@') => path.to_string(),
            None => return None,
        };
        let mut folder = own;
        loop {
            for base in [joined(folder, &rest), joined(&joined(folder, "src"), &rest)] {
                if let Some(id) = self.script_at(&base) {
                    return Some(id);
                }
            }
            if folder.is_empty() {
                return None;
            }
            folder = parent(folder);
        }
    }

    fn script_at(&self, base: &str) -> Option<FileId> {
        if let Some(id) = self.by_path.get(base) {
            return Some(*id);
        }
        let written = [".js", ".mjs", ".cjs", ".jsx"];
        let bare = written.iter().find_map(|suffix| base.strip_suffix(suffix));
        let stems = std::iter::once(base.to_string())
            .chain(bare.map(str::to_string))
            .chain(std::iter::once(joined(base, "index")));
        for stem in stems {
            for extension in SCRIPTS {
                if let Some(id) = self.by_path.get(&format!("{stem}.{extension}")) {
                    return Some(*id);
                }
            }
        }
        None
    }
}

/// The package that a script's import names: `openai` of `npm:openai@4.1`, of
/// `https://host/v135/openai@4.1?target=deno` and of `https://host/npm/openai/+esm`.
fn package_of(path: &str) -> String {
    for prefix in ["npm:", "jsr:"] {
        if let Some(rest) = path.strip_prefix(prefix) {
            return unversioned(rest.trim_start_matches('/'));
        }
    }
    let Some((_, rest)) = path.split_once("://") else {
        return path.strip_prefix("node:").unwrap_or(path).to_string();
    };
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let segments: Vec<&str> = rest.split('/').skip(1).collect();
    let versioned = segments
        .iter()
        .position(|segment| segment.get(1..).is_some_and(|rest| rest.contains('@')));
    let last = segments.len().saturating_sub(1);
    let skipped = |segment: &&&str| {
        let is_version = segment
            .strip_prefix('v')
            .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
        is_version || segment.len() == 1 || matches!(**segment, "npm" | "gh")
    };
    let at = versioned.unwrap_or_else(|| segments.iter().take_while(skipped).count().min(last));
    let from = match at.checked_sub(1) {
        Some(scope) if versioned.is_some() && segments[scope].starts_with('@') => scope,
        _ => at,
    };
    let is_file = |segment: &&&str| {
        segment.starts_with('+') || segment.contains(".ts") || segment.contains(".js")
    };
    let kept: Vec<&str> = segments[from.min(segments.len())..]
        .iter()
        .take_while(|segment| !is_file(segment))
        .copied()
        .collect();
    unversioned(&kept.join("/"))
}

/// A package's name, and a path in it, without the version: `@a/b/c` of `@a/b@1.2/c`.
fn unversioned(path: &str) -> String {
    let from = usize::from(path.starts_with('@'));
    let Some(at) = path[from..].find('@').map(|at| at + from) else {
        return path.to_string();
    };
    let rest = path[at..].find('/').map_or("", |end| &path[at + end..]);
    format!("{}{rest}", &path[..at])
}

#[cfg(test)]
mod package_tests {
    use super::package_of;

    #[test]
    fn packages_are_named_by_their_imports() {
        for (path, expected) in [
            ("openai", "openai"),
            ("node:fs/promises", "fs/promises"),
            ("npm:openai@4.1.0", "openai"),
            ("npm:@google/genai@^1/web", "@google/genai/web"),
            ("jsr:@openai/openai", "@openai/openai"),
            ("https://host.example/openai@4", "openai"),
            (
                "https://host.example/v135/@google/genai@1.2?target=deno",
                "@google/genai",
            ),
            (
                "https://host.example/npm/@google/genai/+esm",
                "@google/genai",
            ),
            ("https://host.example/x/openai@v4.2/mod.ts", "openai"),
            ("https://host.example/", ""),
        ] {
            assert_eq!(package_of(path), expected, "{path}");
        }
    }
}
