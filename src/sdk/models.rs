//! What the catalogue knows of objects that stand for a model: where they take its name, and which
//! model they mean where they are given none.

use super::{Sdks, insert, lookup};
use crate::index::{At, ClassRef, Program, Target, TypeTable};
use crate::ir::ExprKind;
use crate::source::FileId;
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelFile {
    pub at: Vec<String>,
    #[serde(default)]
    named: Vec<String>,
    default: Option<String>,
    /// Where the default is documented.
    documented: Option<String>,
    ambient: Option<Reach>,
}

/// Constants of an SDK that stand for models: the access path that they lie under, and their names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConstantFile {
    of: Vec<String>,
    is: HashMap<String, String>,
    /// Where that is documented.
    documented: String,
}

/// A constructor of an object that stands for a model, or a call that has a model of its own.
#[derive(Debug)]
pub struct ModelRow {
    /// Where the model's name is.
    pub named: Vec<String>,
    /// The model where none is named.
    pub default: Option<String>,
    /// Whose model it sets, of calls that are given none.
    pub ambient: Option<Reach>,
}

/// How far a call reaches that sets the model of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// The whole program: `dspy.configure(lm=…)`.
    Program,
    /// The block that it opens: `with dspy.context(lm=…)`.
    Block,
}

/// How far the bases of a class of the project are gone up.
const DEEPEST_BASE: u32 = 4;

/// All of them, by access path.
#[derive(Debug, Default)]
pub(super) struct ModelTable {
    rows: Vec<ModelRow>,
    exact: HashMap<String, usize>,
    wild: TypeTable,
    /// The models that constants stand for, by what they lie under and their name there.
    constants: HashMap<String, HashMap<String, String>>,
    /// The last names of calls that set the model of others.
    ambient: HashSet<String>,
}

impl ModelTable {
    /// Adds a row; `paths` are its access paths in full.
    pub fn add(&mut self, row: ModelFile, paths: &[String]) -> anyhow::Result<()> {
        anyhow::ensure!(
            row.default.is_some() == row.documented.is_some(),
            "[[model]]: a default needs the address that documents it, and only a default does"
        );
        let index = self.rows.len();
        for path in paths {
            if row.ambient.is_some() {
                self.ambient
                    .insert(super::load::last_name(path).to_string());
            }
            insert(&mut self.exact, &mut self.wild, path, index);
        }
        self.rows.push(ModelRow {
            named: row.named,
            default: row.default,
            ambient: row.ambient,
        });
        Ok(())
    }
}

impl ModelTable {
    /// Adds the constants of an SDK.
    pub fn add_constants(&mut self, row: ConstantFile) -> anyhow::Result<()> {
        anyhow::ensure!(
            row.documented.starts_with("https://"),
            "[[model-constant]]: needs the address that documents it"
        );
        for of in row.of {
            let names = self.constants.entry(of).or_default();
            names.extend(row.is.clone());
        }
        Ok(())
    }
}

impl Sdks {
    /// The model that a constant of an SDK stands for, by its access path; `Some(None)`: the SDK's
    /// constants are known, and this is none of them.
    pub fn model_constant(&self, path: &str) -> Option<Option<&str>> {
        let (of, name) = path.rsplit_once('.')?;
        let known = |of: &str| {
            let names = self.models.constants.get(of)?;
            Some(names.get(name).map(String::as_str))
        };
        // Wherever the package shows them: `package.**.Enum`.
        let anywhere = || {
            let (package, inside) = of.split_once('.')?;
            let kind = inside.rsplit('.').next()?;
            known(&format!("{package}.**.{kind}"))
        };
        known(of).or_else(anywhere)
    }

    /// The calls of a file that set the model of the calls around them.
    pub fn ambient(&self, program: &Program, file: FileId) -> Vec<(At, &ModelRow)> {
        let calls = program.module(file).calls.iter();
        let calls = calls.map(|expr| At { file, expr: *expr });
        let named = calls.filter(|at| {
            let name = program.called_name(*at);
            name.is_some_and(|name| self.models.ambient.contains(name))
        });
        let rows = named.filter_map(|at| Some((at, self.model_of(program, at)?)));
        rows.filter(|(_, row)| row.ambient.is_some()).collect()
    }

    /// The row of a call that makes an object which stands for a model.
    pub fn model_of(&self, program: &Program, call: At) -> Option<&ModelRow> {
        let table = &self.models;
        self.constructed(program, call, &table.exact, &table.wild)
            .map(|row| &table.rows[row])
    }

    /// The class of the project whose object a call makes, and the row of the class from outside that
    /// it is made from.
    pub fn own_model_of(&self, program: &Program, call: At) -> Option<(ClassRef, &ModelRow)> {
        let ExprKind::Call { callee, .. } = program.kind(call) else {
            return None;
        };
        // `cls(…)` is resolved to its class only as an origin.
        let mut targets = program.resolve(call.with(*callee));
        if !targets
            .iter()
            .any(|target| matches!(target, Target::Class(_)))
        {
            targets = program.origins(call.with(*callee));
        }
        targets.into_iter().find_map(|target| match target {
            Target::Class(class) => Some((class, self.row_of_base(program, class, DEEPEST_BASE)?)),
            _ => None,
        })
    }

    fn row_of_base(&self, program: &Program, class: ClassRef, depth: u32) -> Option<&ModelRow> {
        let table = &self.models;
        let bases = program.bases(class, depth).into_iter();
        bases.take(depth as usize).find_map(|base| match base {
            Target::External(path) => {
                let row = lookup(&table.exact, &table.wild, &format!("{path}()"))?;
                Some(&table.rows[row])
            }
            Target::Class(base) if base != class && depth > 1 => {
                self.row_of_base(program, base, depth - 1)
            }
            _ => None,
        })
    }
}
