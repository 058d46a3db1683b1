//! The files of `rules/`, embedded: what is known about SDKs, tasks, words and models.
//!
//! This module only hands out text; the rooms that own a kind of file read it.

/// Path below `rules/` and text of every embedded file, sorted by path.
pub static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The text of a file of `rules/`, by its path there.
///
/// # Errors
/// Names the file that is missing.
pub fn file(name: &str) -> anyhow::Result<&'static str> {
    FILES
        .iter()
        .find(|(path, _)| *path == name)
        .map(|(_, text)| *text)
        .ok_or_else(|| anyhow::anyhow!("rules/{name} is missing"))
}
