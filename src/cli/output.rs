//! Where reports go: whole, or not at all.

use anyhow::{Context, bail};
use std::io::Write;
use std::path::Path;

/// Writes to standard output.
///
/// # Errors
/// A closed pipe is an error that [`is_closed_pipe`] knows.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Says something about the run itself on standard error; nobody may be reading it.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "unprompt: {}", printable(text));
}

/// A text without control characters, which would steer the terminal.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() && c != '\n' && c != '\t' {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

/// Whether a report can be written there, to be asked before a long scan.
///
/// # Errors
/// Names the folder that is not there.
pub fn check(path: &Path) -> anyhow::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if path.is_dir() {
        bail!("--output {}: is a folder", path.display());
    }
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        bail!(
            "--output {}: no folder {}",
            path.display(),
            folder.display()
        );
    }
    Ok(())
}

/// Writes a report to a file by way of a neighbour, so that no half report is ever seen; `-` is
/// standard output.
///
/// # Errors
/// Names the file.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if path.as_os_str() == "-" {
        return print(text);
    }
    // A pipe or a device is written into; taking its place would be a surprise.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if std::fs::metadata(&target).is_ok_and(|kind| !kind.is_file()) {
        return std::fs::write(&target, text).with_context(|| cannot(path));
    }
    let mut name = target
        .file_name()
        .with_context(|| format!("{}: not a file name", path.display()))?
        .to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = target.with_file_name(name);
    let written = std::fs::write(&part, text).and_then(|()| std::fs::rename(&part, &target));
    written
        .inspect_err(|_| {
            // The half-written neighbour is of no use to anybody.
            let _ = std::fs::remove_file(&part);
        })
        .with_context(|| cannot(path))
}

fn cannot(path: &Path) -> String {
    format!("cannot write {}", path.display())
}

/// Whether an error only says that nobody reads on.
pub fn is_closed_pipe(problem: &anyhow::Error) -> bool {
    problem
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}
