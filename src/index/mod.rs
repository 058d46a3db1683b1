//! Names across files: what a name or member refers to, where a value came from, who calls whom.
//!
//! This room follows bindings, imports, classes and calls over the whole project. It knows no SDK by
//! name (a table of type names is handed in) and nothing of what a prompt means.

mod calls;
mod classes;
mod handed;
mod kept;
mod known_as;
mod manifest;
mod memo;
mod modules;
mod names;
mod origins;
mod reach;
mod scripts;
mod sources;
#[cfg(test)]
mod tests;
mod texts;
mod types;
mod whole;
mod words;

pub use manifest::Manifest;
pub use texts::{ROOT, UNKNOWN};
pub use types::TypeTable;

use crate::ir::{BindingId, ClassId, ExprId, ExprKind, Extend, FunctionId, Module};
use crate::source::{Cell, FileId, Language, TextFile, cell_of};
use manifest::Manifests;
use memo::Memo;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// A file of the scan.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its path below the root, with `/`.
    pub path: String,
    /// Its language.
    pub language: Language,
    /// Its text.
    pub text: String,
}

/// An expression somewhere in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// The file.
    pub file: FileId,
    /// The expression.
    pub expr: ExprId,
}

impl At {
    /// Another expression of the same file.
    pub fn with(self, expr: ExprId) -> At {
        At {
            file: self.file,
            expr,
        }
    }
}

/// A function somewhere in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FnRef {
    /// The file.
    pub file: FileId,
    /// The function.
    pub function: FunctionId,
}

/// A class somewhere in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClassRef {
    /// The file.
    pub file: FileId,
    /// The class.
    pub class: ClassId,
}

/// What a name or member refers to, or where a value came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A value that a binding gives.
    Value {
        /// The value.
        at: At,
        /// How it joins what was there before; `None`: it replaces it.
        extend: Option<Extend>,
        /// Whether it surely reaches the use.
        sure: bool,
    },
    /// A parameter, by its position.
    Parameter {
        /// The function.
        function: FnRef,
        /// The position.
        index: u32,
    },
    /// A function of the project.
    Function(FnRef),
    /// A class of the project.
    Class(ClassRef),
    /// An instance of a class of the project.
    Instance(ClassRef),
    /// A file of the project as a module.
    Module(FileId),
    /// A folder of the project as a package.
    Folder(String),
    /// Something from outside, by its access path: `openai.OpenAI().chat`.
    External(String),
    /// A name that is declared with a type and given its value elsewhere.
    Declared {
        /// The file.
        file: FileId,
        /// The declaration.
        binding: BindingId,
    },
}

impl Target {
    /// A value that replaces what was there before.
    fn value(at: At, sure: bool) -> Target {
        Target::Value {
            at,
            extend: None,
            sure,
        }
    }
}

/// All files of a scan, lowered when first asked for.
#[derive(Debug)]
pub struct Program {
    files: Vec<SourceFile>,
    texts: texts::Texts,
    /// The cells of notebooks.
    cells: HashMap<FileId, Vec<Cell>>,
    modules: Vec<OnceLock<Module>>,
    by_path: HashMap<String, FileId>,
    /// Folders that hold Python files somewhere below them.
    folders: HashSet<String>,
    /// Rust crates of the project, by name.
    crates: HashMap<String, FileId>,
    manifests: Manifests,
    types: TypeTable,
    memo: Memo,
    /// Python modules by the last part of their name.
    named: OnceLock<HashMap<String, Vec<FileId>>>,
}

impl Program {
    /// A program of these files; access paths are shortened by `types`.
    pub fn new(files: Vec<SourceFile>, types: TypeTable) -> Program {
        let by_path = files
            .iter()
            .enumerate()
            .map(|(number, file)| (file.path.clone(), FileId(number as u32)))
            .collect();
        Program {
            folders: python_folders(&files),
            crates: crates(&files),
            manifests: Manifests::default(),
            modules: files.iter().map(|_| OnceLock::new()).collect(),
            memo: Memo::new(files.len()),
            named: OnceLock::new(),
            by_path,
            types,
            texts: texts::Texts::default(),
            cells: HashMap::new(),
            files,
        }
    }

    /// The same program with what these manifests say of its names.
    #[must_use]
    pub fn with_manifests(mut self, manifests: &[Manifest]) -> Program {
        self.manifests = Manifests::read(manifests);
        for (name, root) in manifests.iter().filter_map(manifest::library) {
            if let Some(file) = self.by_path.get(&root) {
                self.crates.insert(name, *file);
            }
        }
        self
    }

    /// The same with files that prompts may be kept in, numbered after the others.
    pub fn with_texts(mut self, texts: Vec<TextFile>) -> Program {
        let first = self.files.len();
        for (number, text) in texts.iter().enumerate() {
            let id = FileId((first + number) as u32);
            self.by_path.entry(text.shown.clone()).or_insert(id);
        }
        self.modules.extend(texts.iter().map(|_| OnceLock::new()));
        self.memo = Memo::new(self.modules.len());
        self.texts = texts::Texts::new(texts, first as u32);
        self
    }

    /// The same with the cells of notebooks.
    pub fn with_cells(mut self, cells: HashMap<FileId, Vec<Cell>>) -> Program {
        self.cells = cells;
        self
    }

    /// For a line of a notebook, its cell and the line in that.
    pub fn cell(&self, file: FileId, line: u32) -> Option<(u32, u32)> {
        cell_of(self.cells.get(&file)?, line)
    }

    /// Whether the catalogue names what an access path starts with.
    pub fn is_known(&self, path: &str) -> bool {
        self.types.is_known(path)
    }

    /// The files, by number.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// A file's path and language; its text is [`Program::text`].
    pub fn file(&self, id: FileId) -> &SourceFile {
        let file = self.files.get(id.0 as usize);
        file.unwrap_or_else(|| self.texts.stand_in(id))
    }

    /// A file's text; that of a file which cannot be read is empty.
    pub fn text(&self, id: FileId) -> &str {
        match self.files.get(id.0 as usize) {
            Some(file) => &file.text,
            None => self.texts.file(id).text().unwrap_or_default(),
        }
    }

    /// How many files there are, with those that prompts may be kept in.
    pub fn file_count(&self) -> usize {
        self.modules.len()
    }

    /// A file's module, lowered when first asked for. A panic inside a frontend leaves an empty
    /// module whose whole file is marked as broken.
    pub fn module(&self, id: FileId) -> &Module {
        self.modules[id.0 as usize].get_or_init(|| {
            let (language, text) = (self.file(id).language, self.text(id));
            let lowered = std::panic::catch_unwind(|| match language {
                Language::Text => {
                    crate::frontend::data::lower(id, self.texts.file(id).format, text)
                }
                language => crate::frontend::lower(id, language, text),
            });
            lowered.unwrap_or_else(|_| {
                let mut empty = crate::ir::Builder::new(id, language);
                let whole = empty.span(0, text.len());
                empty.broken(whole);
                empty.finish()
            })
        })
    }

    /// The module of a file, where it has been lowered already.
    pub fn lowered(&self, id: FileId) -> Option<&Module> {
        self.modules[id.0 as usize].get()
    }

    /// The expression at a place.
    pub fn expr(&self, at: At) -> &crate::ir::Expr {
        &self.module(at.file)[at.expr]
    }

    /// The kind of the expression at a place.
    pub fn kind(&self, at: At) -> &ExprKind {
        &self.expr(at).kind
    }
}

fn python_folders(files: &[SourceFile]) -> HashSet<String> {
    let mut folders = HashSet::new();
    for file in files
        .iter()
        .filter(|file| file.language == Language::Python)
    {
        let mut path = file.path.as_str();
        while let Some((parent, _)) = path.rsplit_once('/') {
            if !folders.insert(parent.to_string()) {
                break;
            }
            path = parent;
        }
    }
    folders
}

fn crates(files: &[SourceFile]) -> HashMap<String, FileId> {
    let mut crates = HashMap::new();
    for (number, file) in files.iter().enumerate() {
        if let Some(root) = file.path.strip_suffix("/src/lib.rs") {
            let name = root.rsplit('/').next().unwrap_or(root).replace('-', "_");
            crates.insert(name, FileId(number as u32));
        }
    }
    crates
}
