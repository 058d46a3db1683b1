//! Finds and reads the files of a scan.

use super::Language;
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Files larger than this are named and left out.
pub const SIZE_LIMIT: u64 = 5 * 1024 * 1024;
/// Code whose lines are longer than this on average was written by a machine.
const MINIFIED_LINE: usize = 1_000;

/// Something that could not be read, and why; the rest of the scan goes on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The path, as shown.
    pub path: String,
    /// `unreadable`, `encoding`, `binary`, `too-large`, `minified`, `link`, `parse`, `panic`.
    pub kind: &'static str,
    /// In plain words.
    pub message: String,
}

/// A file of a scan.
#[derive(Clone, Debug)]
pub struct FileEntry {
    /// The path as shown: relative to where the command was run, with `/`.
    pub shown: String,
    /// Where in `shown` the part below the named root starts.
    pub below: usize,
    /// Its language.
    pub language: Language,
    /// Its text, without a byte order mark (whose three bytes are blanks, so that offsets hold).
    pub text: String,
}

/// The files and the problems met on the way, both sorted by path.
#[derive(Debug, Default)]
pub struct Discovered {
    /// The files that could be read.
    pub files: Vec<FileEntry>,
    /// What could not be.
    pub problems: Vec<Problem>,
}

/// All source files at and below `paths`, which exist. Hidden, ignored and installed files are left
/// out unless they are named themselves.
pub fn discover(
    paths: &[PathBuf],
    exclude: &[String],
    threads: usize,
) -> anyhow::Result<Discovered> {
    let found = Mutex::new(Discovered::default());
    for root in paths {
        if root.is_dir() {
            walk(root, exclude, threads, &found)?;
        } else {
            let shown = shown(root);
            let below = shown.rfind('/').map_or(0, |slash| slash + 1);
            take(root, shown, below, true, &found);
        }
    }
    let mut found = found
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    found.files.sort_by(|a, b| a.shown.cmp(&b.shown));
    found.files.dedup_by(|a, b| a.shown == b.shown);
    found.problems.sort();
    found.problems.dedup();
    Ok(found)
}

fn walk(
    root: &Path,
    exclude: &[String],
    threads: usize,
    found: &Mutex<Discovered>,
) -> anyhow::Result<()> {
    let mut overrides = ignore::overrides::OverrideBuilder::new(root);
    for glob in exclude {
        overrides.add(&format!("!{glob}"))?;
    }
    let mut builder = WalkBuilder::new(root);
    builder
        .require_git(false)
        .overrides(overrides.build()?)
        .threads(threads)
        .filter_entry(|entry| !is_installed(entry));
    let prefix = shown(root);
    builder.build_parallel().run(|| {
        Box::new(|entry| {
            match entry {
                Ok(entry) => visit(&entry, root, &prefix, found),
                Err(problem) => push(found, walk_problem(&problem)),
            }
            WalkState::Continue
        })
    });
    Ok(())
}

/// Folders that hold installed packages or build output, by what stands in them.
fn is_installed(entry: &DirEntry) -> bool {
    if !entry.file_type().is_some_and(|kind| kind.is_dir()) || entry.depth() == 0 {
        return false;
    }
    let path = entry.path();
    match entry.file_name().to_str() {
        Some("node_modules" | "site-packages" | "__pycache__" | "bower_components") => true,
        _ => path.join("pyvenv.cfg").exists() || path.join("CACHEDIR.TAG").exists(),
    }
}

fn visit(entry: &DirEntry, root: &Path, prefix: &str, found: &Mutex<Discovered>) {
    let path = entry.path();
    let below = path.strip_prefix(root).unwrap_or(path);
    let below = below.to_string_lossy().replace('\\', "/");
    let shown = if prefix.is_empty() {
        below.clone()
    } else {
        format!("{prefix}/{below}")
    };
    let start = shown.len() - below.len();
    match entry.file_type() {
        Some(kind) if kind.is_file() => take(path, shown, start, false, found),
        Some(kind) if kind.is_symlink() && Language::of(path).is_some() => {
            match std::fs::metadata(path) {
                // A link to a file inside or outside the tree is read where it stands.
                Ok(target) if target.is_file() => take(path, shown, start, false, found),
                Ok(_) => {}
                Err(problem) => push(
                    found,
                    Problem {
                        path: shown,
                        kind: "link",
                        message: problem.to_string(),
                    },
                ),
            }
        }
        _ => {}
    }
}

fn walk_problem(problem: &ignore::Error) -> Problem {
    let text = problem.to_string();
    let path = text
        .split(':')
        .next()
        .unwrap_or_default()
        .trim_start_matches("./")
        .to_string();
    Problem {
        path,
        kind: "unreadable",
        message: text,
    }
}

fn push(found: &Mutex<Discovered>, problem: Problem) {
    found
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .problems
        .push(problem);
}

fn take(path: &Path, shown: String, below: usize, named: bool, found: &Mutex<Discovered>) {
    let Some(language) = Language::of(path) else {
        if named {
            push(found, Problem {
                path: shown,
                kind: "unsupported",
                message: "not a Python, TypeScript, JavaScript or Rust file (.py .ts .tsx .mts .cts .js .jsx .mjs .cjs .rs)".into(),
            });
        }
        return;
    };
    if shown.ends_with(".d.ts") && !named {
        return;
    }
    match read(path, &shown) {
        Ok(text) => {
            let mut found = found
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
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
    let unreadable = |problem: std::io::Error| ("unreadable", problem.to_string());
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
pub fn text_of(mut bytes: Vec<u8>, shown: &str) -> Result<String, (&'static str, String)> {
    if memchr::memchr(0, &bytes).is_some() {
        return Err(("binary", "holds NUL bytes".into()));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes[..3].copy_from_slice(b"   ");
    }
    let text = String::from_utf8(bytes).map_err(|problem| {
        let at = problem.utf8_error().valid_up_to();
        (
            "encoding",
            format!("not UTF-8 from byte {at} on; save it as UTF-8"),
        )
    })?;
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count() + 1;
    let script = !shown.ends_with(".py") && !shown.ends_with(".rs");
    if script
        && (shown.contains(".min.") || text.len() > 20_000 && text.len() / lines > MINIFIED_LINE)
    {
        return Err((
            "minified",
            "written by a machine (minified); scan its source instead".into(),
        ));
    }
    Ok(text)
}

/// A path as shown: relative, `/`, without a leading `./`.
pub fn shown(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let mut text = text.as_str();
    while let Some(rest) = text.strip_prefix("./") {
        text = rest;
    }
    let text = text.trim_end_matches('/');
    if text == "." {
        String::new()
    } else {
        text.to_string()
    }
}
