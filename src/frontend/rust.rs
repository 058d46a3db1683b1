//! Placeholder until the room is written.
use crate::ir::{Builder, Module};
use crate::source::{FileId, Language};
/// Lowers a file.
pub fn lower(file: FileId, _text: &str) -> Module {
    Builder::new(file, Language::Rust).finish()
}
