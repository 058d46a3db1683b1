//! Source files found by the path or dotted name that code computes to load them.

use super::texts::{MOST_FILES, matches, normalised, parent};
use super::{Program, ROOT, Target, UNKNOWN};
use crate::index::modules::Seen;
use crate::source::{FileId, Language};

/// What stands for its folder.
const OF_FOLDER: &[&str] = &["__init__", "index", "mod"];

/// How the names of source files end.
const ENDINGS: &[&str] = &["py", "js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts"];

impl Program {
    /// The source files that code in `near` means by a path, with or without its ending: from the
    /// root, from the folder of the code, or by its end, those nearest to the code. Stretches that
    /// are [`UNKNOWN`] fit one name. Empty where too many fit, or where no folder or name is known.
    pub fn sources_at(&self, path: &str, near: FileId) -> Vec<FileId> {
        let is_relative = path.starts_with("./") || path.starts_with("../");
        let (path, whole) = match path.strip_prefix(ROOT) {
            Some(rest) => (normalised(rest), true),
            None if is_relative => {
                let folder = parent(&self.file(near).path);
                (normalised(&format!("{folder}/{path}")), true)
            }
            None => (normalised(path), false),
        };
        let mut wanted: Vec<&str> = path.split('/').collect();
        let unknown = |name: &&str| name.contains(UNKNOWN) || *name == "..";
        while !whole && wanted.len() > 1 && unknown(&wanted[0]) {
            wanted.remove(0);
        }
        if wanted.iter().all(unknown) {
            return Vec::new();
        }
        let own = self.file(near).language;
        let fits = |(_, id): &(&super::SourceFile, FileId)| {
            let file = self.file(*id);
            same_family(file.language, own) && ends_with(&file.path, &wanted, whole)
        };
        let files = self.files().iter().zip((0..).map(FileId));
        let mut found: Vec<FileId> = files.filter(fits).map(|(_, id)| id).collect();
        let best = found.iter().map(|id| self.shared(near, *id)).max();
        found.retain(|id| Some(self.shared(near, *id)) == best);
        match found.len() <= MOST_FILES {
            true => found,
            false => Vec::new(),
        }
    }

    /// What a file of the project gives for a name.
    pub fn member_of_file(&self, file: FileId, name: &str) -> Vec<Target> {
        self.module_member(file, name, &mut Seen::default())
    }
}

fn same_family(one: Language, other: Language) -> bool {
    let is_python = |language| language == Language::Python;
    is_python(one) == is_python(other) && one != Language::Rust
}

/// Whether a file's path ends with these names, the last with or without its ending.
fn ends_with(path: &str, wanted: &[&str], whole: bool) -> bool {
    let have: Vec<&str> = path.split('/').collect();
    let Some(start) = have.len().checked_sub(wanted.len()) else {
        return false;
    };
    if whole && start > 0 {
        return false;
    }
    let mut pairs = have[start..].iter().zip(wanted).rev();
    let Some((name, last)) = pairs.next() else {
        return false;
    };
    let stem = without_ending(name);
    // A script names its neighbours as they are called once they are built.
    let is_named = !OF_FOLDER.contains(&stem) && matches(stem, without_ending(last));
    is_named && pairs.all(|(have, want)| matches(have, want))
}

fn without_ending(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.contains(&ending) => stem,
        _ => name,
    }
}
