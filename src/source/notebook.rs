//! Notebooks: the code of all cells as one module, and which cell each line stands in.

use super::Language;
use serde_json::Value;

/// A cell of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its number among all cells, from 1.
    pub number: u32,
    /// The line of the module that it starts on, from 1.
    pub line: u32,
}

/// The code of a notebook.
#[derive(Debug)]
pub struct Notebook {
    /// What its kernel runs.
    pub language: Language,
    /// All cells of code, one after the other; commands to the shell and the kernel are blanked.
    pub text: String,
    /// Where each cell starts.
    pub cells: Vec<Cell>,
}

/// Commands of IPython after which the rest of a cell is Python all the same.
const KEEPS_PYTHON: &[&str] = &[
    "%%time",
    "%%timeit",
    "%%capture",
    "%%prun",
    "%%memit",
    "%%mprun",
];

impl Notebook {
    /// Reads a notebook.
    ///
    /// # Errors
    /// The kind and the words of the problem.
    pub fn read(text: &str) -> Result<Notebook, (&'static str, String)> {
        let notebook: Value = serde_json::from_str(text)
            .map_err(|problem| ("parse", format!("no notebook: {problem}")))?;
        let language = language(&notebook)?;
        // Notebooks of old have their cells in worksheets.
        let cells = notebook
            .get("cells")
            .or_else(|| notebook.pointer("/worksheets/0/cells"));
        let cells = cells.and_then(Value::as_array);
        let cells = cells.ok_or(("parse", "no notebook: it has no cells".to_string()))?;
        let mut found = Notebook {
            language,
            text: String::new(),
            cells: Vec::new(),
        };
        let mut line = 1;
        for (number, cell) in cells.iter().enumerate() {
            if cell.get("cell_type").and_then(Value::as_str) != Some("code") {
                continue;
            }
            let source = source(cell);
            let code = match language {
                Language::Python => python(&source),
                _ => source,
            };
            found.cells.push(Cell {
                number: number as u32 + 1,
                line,
            });
            found.text.push_str(&code);
            if !code.ends_with('\n') {
                found.text.push('\n');
            }
            line += code
                .strip_suffix('\n')
                .unwrap_or(&code)
                .matches('\n')
                .count() as u32
                + 1;
        }
        Ok(found)
    }
}

/// The cell that a line of the module stands in, and the line in the cell.
pub fn cell_of(cells: &[Cell], line: u32) -> Option<(u32, u32)> {
    let at = cells
        .partition_point(|cell| cell.line <= line)
        .checked_sub(1)?;
    Some((cells[at].number, line - cells[at].line + 1))
}

fn language(notebook: &Value) -> Result<Language, (&'static str, String)> {
    let names = [
        "/metadata/language_info/name",
        "/metadata/kernelspec/language",
    ];
    let name = names
        .iter()
        .find_map(|path| notebook.pointer(path)?.as_str());
    match name.map(str::to_lowercase).as_deref() {
        None | Some("python" | "ipython" | "python3" | "python2") => Ok(Language::Python),
        Some("typescript") => Ok(Language::TypeScript),
        Some("javascript") => Ok(Language::JavaScript),
        Some("rust") => Ok(Language::Rust),
        Some(other) => Err(("unsupported", format!("a notebook in {other}"))),
    }
}

fn source(cell: &Value) -> String {
    let source = cell.get("source").or_else(|| cell.get("input"));
    match source {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(lines)) => lines.iter().filter_map(Value::as_str).collect(),
        _ => String::new(),
    }
}

/// The Python of a cell: what is meant for the shell or the kernel becomes a statement that does
/// nothing, on the same line, so that blocks stay whole.
fn python(source: &str) -> String {
    let first = source.trim_start().lines().next().unwrap_or_default();
    if first.starts_with("%%") {
        let command = first.split_whitespace().next().unwrap_or_default();
        if !KEEPS_PYTHON.contains(&command) {
            return "\n".repeat(source.matches('\n').count());
        }
    }
    let mut out = String::new();
    let (mut goes_on, mut before) = (false, "");
    for line in source.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        let code = bare.trim_start();
        let own = &bare[..bare.len() - code.len()];
        let indent = if goes_on { before } else { own };
        before = indent;
        let end = &line[bare.len()..];
        // A command may go on after a backslash.
        let commands = goes_on || code.starts_with(['%', '!', '?']) || code.ends_with('?');
        let assigned = assigned_command(code);
        goes_on = (commands || assigned.is_some()) && code.ends_with('\\');
        match (commands, assigned) {
            (true, _) => out.push_str(&format!("{indent}pass")),
            (false, Some(name)) => out.push_str(&format!("{indent}{name} = None")),
            (false, None) => out.push_str(bare),
        }
        out.push_str(end);
    }
    out
}

/// The name in `files = !ls` or `rows = %sql …`.
fn assigned_command(code: &str) -> Option<&str> {
    let (name, value) = code.split_once('=')?;
    let name = name.trim();
    let plain = name
        .chars()
        .all(|letter| letter.is_alphanumeric() || letter == '_');
    let value = value.trim_start();
    let command = value.starts_with('!') && !value.starts_with("!=")
        || value.starts_with('%') && value[1..].starts_with(|next: char| next.is_alphabetic());
    (plain && !name.is_empty() && command).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{Notebook, cell_of};

    #[test]
    fn cells_are_one_module() {
        let cell =
            |kind: &str, source: &[&str]| serde_json::json!({"cell_type": kind, "source": source});
        let notebook = serde_json::json!({
            "metadata": {"language_info": {"name": "python"}},
            "cells": [
                cell("markdown", &["# Title"]),
                cell("code", &["%pip install x \\\n", "  y\n", "import a\n", "files = !ls\n", "if a:\n", "    !ls"]),
                cell("code", &["%%bash\n", "ls"]),
                cell("code", &["%%time\n", "a.b?\n", "x = 5 % 2\n", "s = '!'"]),
            ],
        });
        let found = Notebook::read(&notebook.to_string()).expect("a notebook");
        assert_eq!(
            found.text,
            "pass\npass\nimport a\nfiles = None\nif a:\n    pass\n\npass\npass\nx = 5 % 2\ns = '!'\n"
        );
        let cells: Vec<_> = (1..=11)
            .filter_map(|line| cell_of(&found.cells, line))
            .collect();
        assert_eq!(
            cells,
            [
                (2, 1),
                (2, 2),
                (2, 3),
                (2, 4),
                (2, 5),
                (2, 6),
                (3, 1),
                (4, 1),
                (4, 2),
                (4, 3),
                (4, 4)
            ]
        );
    }

    #[test]
    fn what_is_no_notebook_is_told() {
        for (text, kind) in [
            ("{", "parse"),
            ("{\"cells\": 3}", "parse"),
            (
                "{\"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"R\"}}}",
                "unsupported",
            ),
        ] {
            assert_eq!(
                Notebook::read(text).map_err(|(kind, _)| kind).err(),
                Some(kind)
            );
        }
    }
}
