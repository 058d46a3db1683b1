//! Lowers a file that prompts are kept in: the whole of it as one text and, where it holds data,
//! the maps, lists and texts in it. Code that reads the file then means one of the two.
//!
//! The first expression is the text, the last one the data (the settings before a prompt; the text
//! itself, where there is none).
//! Both and the entries of a map at the top are exported, as a script's import of the file has them.

mod baml;
mod json;
mod place;
#[cfg(test)]
mod tests;
mod tree;
mod yaml;

use crate::ir::{BindingKind, Builder, Entry, Export, ExprId, ExprKind, Item, Module, Run, Text};
use crate::source::{FileId, Language, TextFormat};
use tree::{Kind, Node};

/// Lowers `text`. What is no data after all is text alone.
pub fn lower(file: FileId, format: TextFormat, text: &str) -> Module {
    let mut builder = Builder::new(file, Language::Text);
    let whole = builder.span(0, text.len());
    let start = text.len() - front_matter(text, format).1.len();
    let body = Text {
        value: text[start..].into(),
        runs: vec![Run {
            at: 0,
            source: start as u32,
        }],
    };
    let root = builder.expr(ExprKind::Text(body), whole);
    let data = match format {
        // The settings before a prompt are its data.
        TextFormat::Plain => settings(text, format).and_then(yaml::read),
        TextFormat::Json => json::read(text),
        TextFormat::Yaml => yaml::read(text),
        TextFormat::Toml => tree::toml(text),
        TextFormat::Baml => Some(baml::read(text)),
    };
    let data = data.map_or(root, |node| lowered(&mut builder, text, &node));
    // Who imports a prompt with settings wants the prompt.
    let imported = match format {
        TextFormat::Plain => root,
        _ => data,
    };
    export(&mut builder, "default", imported);
    if let ExprKind::Map { entries, .. } = &builder.module()[imported].kind {
        let fields = entries.iter().filter_map(|entry| match entry {
            Entry::Field(name, value) if **name != *"default" => Some((name.clone(), *value)),
            _ => None,
        });
        for (name, value) in fields.collect::<Vec<_>>() {
            export(&mut builder, &name, value);
        }
    }
    builder.finish()
}

fn export(builder: &mut Builder, name: &str, value: ExprId) {
    let span = builder.span(0, 0);
    builder.bind(name, BindingKind::Set(value), span, 0);
    builder.export(Export::Local {
        name: name.into(),
        local: name.into(),
    });
}

/// The settings between `---` lines at the start of a prompt file, and the prompt after them.
fn front_matter(text: &str, format: TextFormat) -> (&str, &str) {
    let open = ["---\n", "---\r\n"]
        .iter()
        .find(|open| text.starts_with(**open));
    let (TextFormat::Plain, Some(open)) = (format, open) else {
        return ("", text);
    };
    let rest = &text[open.len()..];
    let close = rest.find("\n---").filter(|at| {
        let after = &rest[at + 4..];
        after.is_empty() || after.starts_with(['\n', '\r'])
    });
    match close {
        Some(close) => {
            let after = &rest[close + 4..];
            (&rest[..close], after.trim_start_matches(['\r', '\n']))
        }
        None => ("", text),
    }
}

/// The file up to the end of its settings; `None` where it has none.
fn settings(text: &str, format: TextFormat) -> Option<&str> {
    let (settings, _) = front_matter(text, format);
    // They start behind the mark on the first line.
    let start = text.find('\n')? + 1;
    (!settings.is_empty()).then(|| &text[..start + settings.len()])
}

fn lowered(builder: &mut Builder, source: &str, node: &Node) -> ExprId {
    let span = builder.span(node.span.start, node.span.end);
    let kind = match &node.kind {
        Kind::Null => ExprKind::Null,
        Kind::Bool(known) => ExprKind::Bool(*known),
        Kind::Number(number) => ExprKind::Number(*number),
        Kind::Text(value) => ExprKind::Text(Text {
            runs: place::runs(value, source, node.span.clone()),
            value: value.as_str().into(),
        }),
        Kind::Name(name) => ExprKind::Name(name.as_str().into()),
        Kind::List(items) => {
            let items = items.iter().map(|item| Item {
                value: lowered(builder, source, item),
                spread: false,
            });
            ExprKind::List(items.collect())
        }
        Kind::Map(entries) => {
            let entries = entries.iter().map(|(name, value)| {
                Entry::Field(name.as_str().into(), lowered(builder, source, value))
            });
            ExprKind::Map {
                of: None,
                entries: entries.collect(),
            }
        }
    };
    builder.expr(kind, span)
}
