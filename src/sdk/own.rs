//! The project's own clients, as its configuration teaches them.

use super::{CallKind, CallRow, Found, Inputs, Sdk, Sdks, load};
use crate::index::{At, FnRef, Program, Target};
use crate::source::FileId;

/// A call that the configuration teaches.
#[derive(Clone, Debug)]
pub struct OwnCall {
    /// What the report calls it.
    pub sdk: String,
    /// Who runs the model.
    pub provider: Option<String>,
    /// The paths of the functions or methods.
    pub calls: Vec<String>,
    /// Whether they are functions of the project, by the end of their path; else a package's.
    pub of_project: bool,
    /// Where the parts of a request are.
    pub inputs: Inputs,
}

/// A function of the project that is known to send what it is given.
#[derive(Debug)]
pub(super) struct OwnRow {
    /// The last segments of its path.
    path: Vec<String>,
    row: usize,
}

impl Sdks {
    /// Adds the project's own calls.
    ///
    /// # Errors
    /// The searches cannot be built again.
    pub fn learn(&mut self, calls: &[OwnCall]) -> anyhow::Result<()> {
        if calls.is_empty() {
            return Ok(());
        }
        for own in calls {
            self.learn_one(own);
        }
        load::build_searches(self)
    }

    /// Whether the configuration teaches functions of the project.
    pub fn is_taught(&self) -> bool {
        !self.own.is_empty()
    }

    fn learn_one(&mut self, own: &OwnCall) {
        let (sdk, row) = (self.sdks.len(), self.calls.len());
        let mut needles = Vec::new();
        for call in &own.calls {
            let segments: Vec<String> = call.split('.').map(str::to_string).collect();
            let last = segments.last().cloned().unwrap_or_default();
            self.last_names.insert(last.clone());
            if own.of_project {
                needles.push(last);
                self.own.push(OwnRow {
                    path: segments,
                    row,
                });
            } else {
                let package = segments[0].trim_end_matches("()");
                needles.push(package.to_string());
                self.methods.insert(last);
                self.at.insert(format!("{call}()"), row);
            }
        }
        self.sdks.push(Sdk {
            id: own.sdk.clone(),
            title: own.sdk.clone(),
            documentation: None,
            provider: own.provider.clone(),
            needles,
            examples: Vec::new(),
        });
        self.calls.push(CallRow {
            sdk,
            kind: CallKind::Sdk,
            url: Vec::new(),
            body: Vec::new(),
            needs: Vec::new(),
            base: Vec::new(),
            inputs: own.inputs.clone(),
            when: None,
            syntax: super::Syntax::None,
            form: Vec::new(),
            given: Vec::new(),
            takes: Vec::new(),
            objects: Vec::new(),
            needs_object: false,
        });
    }

    /// The row of a function of the project, where the configuration names it.
    pub(super) fn own_row(&self, program: &Program, origins: &[Target]) -> Option<usize> {
        let found = |target: &Target| match target {
            Target::Function(function) => self.own_function(program, *function),
            Target::External(path) => self.own_path(&path.split('.').collect::<Vec<_>>()),
            _ => None,
        };
        if self.own.is_empty() {
            return None;
        }
        origins.iter().find_map(found)
    }

    fn own_path(&self, path: &[&str]) -> Option<usize> {
        let fits = |own: &&OwnRow| {
            let tail = path.len().checked_sub(own.path.len());
            tail.is_some_and(|tail| {
                let pairs = path[tail..].iter().zip(&own.path);
                pairs
                    .into_iter()
                    .all(|(have, want)| have.trim_end_matches("()") == want.trim_end_matches("()"))
            })
        };
        self.own.iter().find(fits).map(|own| own.row)
    }

    fn own_function(&self, program: &Program, function: FnRef) -> Option<usize> {
        let module = program.module(function.file);
        let known = &module[function.function];
        let file = &program.file(function.file).path;
        let stem = file
            .rsplit_once('.')
            .map_or(file.as_str(), |(stem, _)| stem);
        let stem = stem.strip_suffix("/__init__").unwrap_or(stem);
        let stem = stem
            .strip_suffix("/index")
            .or(stem.strip_suffix("/mod"))
            .unwrap_or(stem);
        let mut path: Vec<&str> = stem.split('/').collect();
        if let Some(class) = known.class {
            path.push(&module[class].name);
        }
        path.push(&known.name);
        self.own_path(&path)
    }

    /// Whether a call stands inside a function that the configuration names: then the calls of that
    /// function are the sites.
    pub(super) fn inside_own(&self, program: &Program, found: &Found) -> bool {
        let At { file, expr } = found.call;
        let module = program.module(file);
        let function = module.function_around(module[expr].scope);
        !self.own.is_empty()
            && function.is_some_and(|function| self.is_own(program, file, function))
    }

    fn is_own(&self, program: &Program, file: FileId, function: crate::ir::FunctionId) -> bool {
        self.own_function(program, FnRef { file, function })
            .is_some()
    }
}
