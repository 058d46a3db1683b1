//! What the catalogue knows of objects that stand for a model: where they take its name, and which
//! model they mean where they are given none.

use super::{Sdks, insert};
use crate::index::{At, Program, TypeTable};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelFile {
    pub at: Vec<String>,
    #[serde(default)]
    named: Vec<String>,
    default: Option<String>,
    /// Where the default is documented.
    documented: Option<String>,
}

/// A constructor of an object that stands for a model, or a call that has a model of its own.
#[derive(Debug)]
pub struct ModelRow {
    /// Where the model's name is.
    pub named: Vec<String>,
    /// The model where none is named.
    pub default: Option<String>,
}

/// All of them, by access path.
#[derive(Debug, Default)]
pub(super) struct ModelTable {
    rows: Vec<ModelRow>,
    exact: HashMap<String, usize>,
    wild: TypeTable,
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
            insert(&mut self.exact, &mut self.wild, path, index);
        }
        self.rows.push(ModelRow {
            named: row.named,
            default: row.default,
        });
        Ok(())
    }
}

impl Sdks {
    /// The row of a call that makes an object which stands for a model.
    pub fn model_of(&self, program: &Program, call: At) -> Option<&ModelRow> {
        let table = &self.models;
        self.constructed(program, call, &table.exact, &table.wild)
            .map(|row| &table.rows[row])
    }
}
