//! Finds and reads the files of a scan.

use super::Language;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Files larger than this are named and left out.
pub const SIZE_LIMIT: u64 = 5 * 1024 * 1024;
/// Code whose lines are longer than this on average was written by a machine.
const MINIFIED_LINE: usize = 1_000;
/// Shorter files are read whatever their lines look like.
const MINIFIED_SIZE: usize = 20_000;

/// Manifests of JavaScript projects beside their `tsconfig*.json`.
const MANIFESTS: &[&str] = &["package.json", "deno.json", "deno.jsonc", "import_map.json"];

/// Something that could not be read, and why; the rest of the scan goes on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path, as shown.
    pub path: String,
    /// `unreadable`, `encoding`, `binary`, `too-large`, `minified`, `link`, `unsupported`, `parse`,
    /// `panic`.
    pub kind: &'static str,
    /// In plain words.
    pub message: String,
}

/// A file of a scan.
#[derive(Clone, Debug)]
pub struct FileEntry {
    /// The path as shown: relative to where the command was run, with `/`.
    pub shown: String,
    /// Where in `shown` the part below the named root starts; its end for a file that was named
    /// itself, below which there is nothing.
    pub below: usize,
    /// Its language.
    pub language: Language,
    /// Its text, without a byte order mark: lines and columns are those that an editor shows.
    pub text: String,
}

/// The files and the problems met on the way, both sorted by path.
#[derive(Debug, Default)]
pub struct Discovered {
    /// The files that could be read.
    pub files: Vec<FileEntry>,
    /// Manifests that say where names lead: path as shown, and text.
    pub manifests: Vec<(String, String)>,
    /// What could not be.
    pub problems: Vec<Problem>,
}

/// What a walk goes by.
#[derive(Debug)]
pub struct Walk {
    /// What is left out; matched against absolute paths.
    pub exclude: Gitignore,
    /// How many threads walk; 0: as many as there are processors.
    pub threads: usize,
}

/// All source files at and below `paths`, which exist. Hidden, ignored and installed files are left
/// out unless they are named themselves.
pub fn discover(paths: &[PathBuf], options: &Walk) -> Discovered {
    let found = Mutex::new(Discovered::default());
    for root in paths {
        if root.is_dir() {
            walk(root, paths, options, &found);
        } else {
            let shown = shown(root);
            take(root, shown.clone(), shown.len(), true, &found);
        }
    }
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    // A file that is reached twice belongs to the root that was named closest to it.
    found
        .files
        .sort_by(|a, b| (&a.shown, b.below).cmp(&(&b.shown, a.below)));
    found.files.dedup_by(|a, b| a.shown == b.shown);
    found.problems.sort();
    found.problems.dedup();
    found.manifests.sort();
    found.manifests.dedup();
    found
}

/// Whether a file is a manifest of a JavaScript project.
fn is_manifest(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| {
        MANIFESTS.contains(&name)
            || name.ends_with(".json")
                && (name.starts_with("tsconfig") || name.starts_with("jsconfig"))
    })
}

/// A matcher for the globs of a configuration, which are written as in a `.gitignore` of its folder.
///
/// # Errors
/// Names the glob that cannot be read.
pub fn globs<'a>(
    folder: &Path,
    globs: impl IntoIterator<Item = &'a str>,
) -> anyhow::Result<Gitignore> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    let mut builder = GitignoreBuilder::new(folder);
    for glob in globs {
        builder.add_line(None, glob)?;
    }
    Ok(builder.build()?)
}

/// Whether a path, or a folder it lies in, fits one of the globs.
pub fn fits(globs: &Gitignore, path: &Path, folder: bool) -> bool {
    !globs.is_empty()
        && std::path::absolute(path).is_ok_and(|path| {
            path.starts_with(globs.path())
                && globs.matched_path_or_any_parents(path, folder).is_ignore()
        })
}

/// What a walk of one root needs on the way.
struct Visit<'a> {
    root: &'a Path,
    prefix: String,
    roots: Vec<PathBuf>,
    found: &'a Mutex<Discovered>,
}

fn walk(root: &Path, roots: &[PathBuf], options: &Walk, found: &Mutex<Discovered>) {
    let exclude = options.exclude.clone();
    let visit = Visit {
        root,
        prefix: shown(root),
        roots: roots
            .iter()
            .filter_map(|root| root.canonicalize().ok())
            .collect(),
        found,
    };
    WalkBuilder::new(root)
        .require_git(false)
        .threads(options.threads)
        .filter_entry(move |entry| {
            let folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0 || !is_installed(entry) && !fits(&exclude, entry.path(), folder)
        })
        .build_parallel()
        .run(|| {
            Box::new(|entry| {
                match entry {
                    Ok(entry) => visit.entry(&entry),
                    Err(problem) => visit.problem(&problem, None),
                }
                WalkState::Continue
            })
        });
}

/// Folders that hold installed packages or build output: some by their name, some by what stands in
/// them, some by what stands beside them.
fn is_installed(entry: &DirEntry) -> bool {
    if !entry.file_type().is_some_and(|kind| kind.is_dir()) {
        return false;
    }
    let path = entry.path();
    let beside = |marks: &[&str]| marks.iter().any(|mark| path.with_file_name(mark).is_file());
    match entry.file_name().to_str() {
        Some("node_modules" | "site-packages" | "__pycache__" | "bower_components" | "_next") => {
            true
        }
        Some("target") if beside(&["Cargo.toml"]) => true,
        Some("dist" | "build" | "out")
            if beside(&["package.json", "pyproject.toml", "setup.py"]) =>
        {
            true
        }
        _ => path.join("pyvenv.cfg").exists() || path.join("CACHEDIR.TAG").exists(),
    }
}

impl Visit<'_> {
    fn entry(&self, entry: &DirEntry) {
        let path = entry.path();
        let (shown, below) = self.shown(path);
        match entry.file_type() {
            Some(kind) if kind.is_file() => take(path, shown, below, false, self.found),
            Some(kind) if kind.is_symlink() => self.link(path, shown, below),
            _ => {}
        }
    }

    fn shown(&self, path: &Path) -> (String, usize) {
        let below = path.strip_prefix(self.root).unwrap_or(path);
        let below = below.to_string_lossy().replace('\\', "/");
        let shown = match self.prefix.as_str() {
            "" => below.clone(),
            prefix if below.is_empty() => prefix.to_string(),
            prefix => format!("{prefix}/{below}"),
        };
        let start = shown.len() - below.len();
        (shown, start)
    }

    /// A link to a file outside the tree is read where it stands; what a link inside the tree leads
    /// to is met anyway. Folders are not entered through links.
    fn link(&self, path: &Path, shown: String, below: usize) {
        let link = |message: String| Problem {
            path: shown.clone(),
            kind: "link",
            message,
        };
        match path.canonicalize() {
            Ok(target) if target.is_dir() => {
                let here = path.parent().and_then(|parent| parent.canonicalize().ok());
                if here.is_some_and(|here| here.starts_with(&target)) {
                    let message = "leads back to a folder that it stands in; not followed".into();
                    push(self.found, link(message));
                }
            }
            Ok(target) if self.roots.iter().any(|root| target.starts_with(root)) => {}
            Ok(_) => take(path, shown, below, false, self.found),
            Err(problem) if Language::of(path).is_some() || !is_absent(&problem) => {
                push(self.found, link(plain(&problem)));
            }
            Err(_) => {}
        }
    }

    /// What the walker could not do, under the path it could not do it to.
    fn problem(&self, problem: &ignore::Error, path: Option<&Path>) {
        match problem {
            ignore::Error::WithPath { path, err } => self.problem(err, Some(path)),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
                self.problem(err, path);
            }
            other => push(
                self.found,
                Problem {
                    path: self.shown(path.unwrap_or(self.root)).0,
                    kind: "unreadable",
                    message: match other {
                        ignore::Error::Io(problem) => plain(problem),
                        other => other.to_string(),
                    },
                },
            ),
        }
    }
}

fn is_absent(problem: &std::io::Error) -> bool {
    problem.kind() == std::io::ErrorKind::NotFound
}

/// The system's words without its number, which differs between systems.
fn plain(problem: &std::io::Error) -> String {
    let text = problem.to_string();
    match text.find(" (os error") {
        Some(end) => text[..end].to_lowercase(),
        None => text,
    }
}

fn push(found: &Mutex<Discovered>, problem: Problem) {
    found
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .problems
        .push(problem);
}

fn take(path: &Path, shown: String, below: usize, named: bool, found: &Mutex<Discovered>) {
    if is_manifest(path) && !named {
        // One that cannot be read says nothing; nothing of the user's code is missed by it.
        if let Ok(text) = read(path, &shown) {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.manifests.push((shown, text));
        }
        return;
    }
    let Some(language) = Language::of(path) else {
        if named {
            push(found, Problem {
                path: shown,
                kind: "unsupported",
                message: "not a Python, TypeScript, JavaScript or Rust file (.py .ts .tsx .mts .cts .js .jsx .mjs .cjs .vue .svelte .astro .rs)".into(),
            });
        }
        return;
    };
    let declares = [".d.ts", ".d.mts", ".d.cts"];
    if !named && declares.iter().any(|ending| shown.ends_with(ending)) {
        return;
    }
    match read(path, &shown) {
        Ok(text) => {
            let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
            found.files.push(FileEntry {
                shown,
                below,
                language,
                text,
            });
        }
        Err((kind, message)) => push(
            found,
            Problem {
                path: shown,
                kind,
                message,
            },
        ),
    }
}

fn read(path: &Path, shown: &str) -> Result<String, (&'static str, String)> {
    let unreadable = |problem: std::io::Error| ("unreadable", plain(&problem));
    let mut file = std::fs::File::open(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    if size > SIZE_LIMIT {
        let message = format!(
            "{:.1} MB; files over {} MB are left out",
            size as f64 / 1e6,
            SIZE_LIMIT / 1_048_576
        );
        return Err(("too-large", message));
    }
    let mut bytes = Vec::with_capacity(size as usize);
    file.by_ref()
        .take(SIZE_LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    text_of(bytes, shown)
}

/// The text of a file's bytes.
///
/// # Errors
/// The kind and the words of the problem: binary, not UTF-8, written by a machine.
pub fn text_of(bytes: Vec<u8>, shown: &str) -> Result<String, (&'static str, String)> {
    if memchr::memchr(0, &bytes).is_some() {
        return Err(("binary", "holds NUL bytes".into()));
    }
    let mut text = String::from_utf8(bytes).map_err(|problem| {
        let at = problem.utf8_error().valid_up_to();
        (
            "encoding",
            format!("not UTF-8 from byte {at} on; save it as UTF-8"),
        )
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1;
    let script = !shown.ends_with(".py") && !shown.ends_with(".rs");
    if script
        && (shown.contains(".min.")
            || text.len() > MINIFIED_SIZE && text.len() / lines > MINIFIED_LINE)
    {
        return Err((
            "minified",
            "written by a machine (minified); scan its source instead".into(),
        ));
    }
    Ok(text)
}

/// A path as shown: relative to where the command was run, with `/`; empty for that folder itself.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let relative = relative(path, &here);
    relative.to_string_lossy().replace('\\', "/")
}

/// `path` from `here`, without `.` and without a `..` after a name. On another drive it stays as it is.
fn relative(path: &Path, here: &Path) -> PathBuf {
    let mut parts: Vec<Component> = Vec::new();
    let whole = if path.is_absolute() {
        path.to_path_buf()
    } else {
        here.join(path)
    };
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(parts.last(), Some(Component::Normal(_))) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let here: Vec<Component> = here.components().collect();
    let shared = parts.iter().zip(&here).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return parts.into_iter().collect();
    }
    let up = here[shared..].iter().map(|_| Component::ParentDir);
    up.chain(parts[shared..].iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::relative;
    use std::path::Path;

    #[test]
    fn paths_are_shown_from_where_the_command_runs() {
        for (path, wanted) in [
            (".", ""),
            ("./src/", "src"),
            ("src/../lib/./a.py", "lib/a.py"),
            ("../b", "../b"),
            ("/work/here/src", "src"),
            ("/work/there", "../there"),
            ("/tmp/x", "../../tmp/x"),
        ] {
            let shown = relative(Path::new(path), Path::new("/work/here"));
            assert_eq!(shown, Path::new(wanted), "{path}");
        }
    }
}
