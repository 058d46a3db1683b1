//! Where reports go: whole, or not at all.

use anyhow::Context;
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

/// Writes a report to a file by way of a neighbour, so that no half report is ever seen; `-` is
/// standard output.
///
/// # Errors
/// Names the file.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    if path.as_os_str() == "-" {
        return print(text);
    }
    let mut name = path
        .file_name()
        .with_context(|| format!("{}: not a file name", path.display()))?
        .to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let written = std::fs::write(&part, text).and_then(|()| std::fs::rename(&part, path));
    written.map_err(|problem| {
        // The half-written neighbour is of no use to anybody.
        let _ = std::fs::remove_file(&part);
        anyhow::anyhow!("cannot write {}: {problem}", path.display())
    })
}

/// Whether an error only says that nobody reads on.
pub fn is_closed_pipe(problem: &anyhow::Error) -> bool {
    problem
        .downcast_ref::<std::io::Error>()
        .is_some_and(|problem| problem.kind() == std::io::ErrorKind::BrokenPipe)
}
