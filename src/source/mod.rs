//! Files: which there are, what they hold, and where a byte stands in them.
//!
//! This room discovers files (gitignore-aware), reads them, tells their language and turns byte
//! offsets into lines and columns. It must not know any syntax: no parser, no prompt, no SDK.

mod discover;
mod notebook;
mod span;
mod texts;

pub use discover::{
    Discovered, FileEntry, Problem, SIZE_LIMIT, Walk, discover, fits, globs, shown, text_of,
};
pub use notebook::{Cell, Notebook, cell_of};
pub use span::{FileId, LineIndex, Place, Span};
pub use texts::{TEXT_LIMIT, TextFile, TextFormat};

/// A language the frontends can lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// `.py`, and `.ipynb` unless its kernel runs another one
    Python,
    /// `.ts`, `.mts`, `.cts`
    TypeScript,
    /// `.tsx`
    Tsx,
    /// `.js`, `.jsx`, `.mjs`, `.cjs`
    JavaScript,
    /// `.vue`, `.svelte`, `.astro`: the scripts inside them.
    Component,
    /// `.rs`
    Rust,
    /// A file that prompts are kept in; no code.
    Text,
}

impl Language {
    /// The language of a file by its extension; `None` where it is not one of ours.
    pub fn of(path: &std::path::Path) -> Option<Language> {
        Some(match path.extension()?.to_str()? {
            "py" | "ipynb" => Language::Python,
            "ts" | "mts" | "cts" => Language::TypeScript,
            "tsx" => Language::Tsx,
            "js" | "jsx" | "mjs" | "cjs" => Language::JavaScript,
            "vue" | "svelte" | "astro" => Language::Component,
            "rs" => Language::Rust,
            _ => return None,
        })
    }

    /// The name in reports: `python`, `typescript`, `javascript`, `rust`.
    pub fn name(self) -> &'static str {
        match self {
            Language::Python => "python",
            Language::TypeScript | Language::Tsx | Language::Component => "typescript",
            Language::JavaScript => "javascript",
            Language::Rust => "rust",
            Language::Text => "text",
        }
    }
}
