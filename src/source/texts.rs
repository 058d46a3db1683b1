//! Files that a prompt may be kept in: listed by the walk, read only when code leads to them.

use super::discover::text_of;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Larger files hold data, not prompts; they are not read.
pub const TEXT_LIMIT: u64 = 1024 * 1024;

/// How a file that prompts are kept in is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFormat {
    /// Text, a template or anything that is taken as it stands.
    Plain,
    /// JSON, with comments if need be.
    Json,
    /// YAML.
    Yaml,
    /// TOML.
    Toml,
    /// BAML: definitions that a program calls by name.
    Baml,
}

impl TextFormat {
    /// The format of a file by its ending; `None` where no prompt is kept in such files.
    pub fn of(path: &Path) -> Option<TextFormat> {
        Some(match path.extension()?.to_str()? {
            "txt" | "md" | "mdx" | "mdc" | "rst" | "prompt" | "prompty" | "tmpl" | "tpl"
            | "template" | "jinja" | "jinja2" | "j2" | "hbs" | "handlebars" | "mustache"
            | "tera" | "liquid" | "erb" | "ejs" | "eta" | "njk" | "xml" | "poml" | "system"
            | "user" => TextFormat::Plain,
            "json" | "jsonc" | "json5" => TextFormat::Json,
            "yaml" | "yml" => TextFormat::Yaml,
            "toml" => TextFormat::Toml,
            "baml" => TextFormat::Baml,
            _ => return None,
        })
    }
}

/// A file that a prompt may be kept in.
#[derive(Debug)]
pub struct TextFile {
    /// The path as shown.
    pub shown: String,
    /// How it is written.
    pub format: TextFormat,
    path: PathBuf,
    text: OnceLock<Result<String, String>>,
}

impl TextFile {
    /// A file of the scan, not read yet; `None` if its ending tells that it holds no prompt.
    pub fn new(path: &Path, shown: String) -> Option<TextFile> {
        Some(TextFile {
            format: TextFormat::of(path)?,
            path: path.to_path_buf(),
            shown,
            text: OnceLock::new(),
        })
    }

    /// Its text, read when first asked for.
    ///
    /// # Errors
    /// Says why it cannot be read.
    pub fn text(&self) -> Result<&str, &str> {
        let text = self.text.get_or_init(|| self.read());
        text.as_deref().map_err(String::as_str)
    }

    fn read(&self) -> Result<String, String> {
        let told = |problem: std::io::Error| format!("cannot be read: {problem}");
        let size = std::fs::metadata(&self.path).map_err(told)?.len();
        if size > TEXT_LIMIT {
            return Err(format!("larger than {} MB", TEXT_LIMIT >> 20));
        }
        let bytes = std::fs::read(&self.path).map_err(told)?;
        // The name decides only whether code counts as minified, which a text never does.
        text_of(bytes, ".py").map_err(|(_, message)| message)
    }
}
