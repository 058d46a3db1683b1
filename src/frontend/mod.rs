//! Lowers one file to the IR. Only this room sees syntax trees; it knows no SDK and no prompt.

pub mod data;
#[cfg(test)]
mod dump;
pub mod python;
pub mod rust;
pub mod typescript;

use crate::ir::Module;
use crate::source::{FileId, Language};

/// Lowers `text`. Never fails: what the parser cannot read is listed in [`Module::broken`] (for
/// Rust, whose parser rejects a whole file on one error, possibly the whole file) and the rest is
/// lowered.
pub fn lower(file: FileId, language: Language, text: &str) -> Module {
    match language {
        Language::Python => python::lower(file, text),
        Language::TypeScript | Language::Tsx | Language::JavaScript | Language::Component => {
            typescript::lower(file, language, text)
        }
        Language::Rust => rust::lower(file, text),
        Language::Text => data::lower(file, crate::source::TextFormat::Plain, text),
    }
}
