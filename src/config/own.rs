//! `[[wrapper]]` and `[[sdk]]`: the project's own clients, in three lines each.

use super::{File, Value};
use crate::sdk::{Inputs, OwnCall};
use anyhow::{Context, bail};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The keys of `[[wrapper]]`.
const WRAPPER: &[&str] = &[
    "call", "prompt", "messages", "system", "model", "schema", "tools", "sdk",
];
/// The keys of `[[sdk]]`.
const SDK: &[&str] = &[
    "name", "call", "prompt", "messages", "system", "model", "schema", "tools", "provider",
];

impl File<'_> {
    /// The rows of `[[wrapper]]`: functions of the project that send what they are given.
    pub(super) fn wrappers(&self, value: &Value) -> anyhow::Result<Vec<OwnCall>> {
        self.rows(value, "wrapper", WRAPPER, |file, row, at| {
            let calls = file.paths(row, "wrapper", at)?;
            let sdk = file.words(row, "sdk")?.into_iter().next();
            Ok(OwnCall {
                sdk: sdk.unwrap_or_else(|| calls[0].clone()),
                provider: None,
                of_project: true,
                inputs: file.inputs(row, "wrapper", at)?,
                calls,
            })
        })
    }

    /// The rows of `[[sdk]]`: packages that the catalogue lacks.
    pub(super) fn sdks(&self, value: &Value) -> anyhow::Result<Vec<OwnCall>> {
        self.rows(value, "sdk", SDK, |file, row, at| {
            let calls = file.paths(row, "sdk", at)?;
            if let Some(short) = calls.iter().find(|call| !call.contains('.')) {
                bail!(
                    "{at}: [[sdk]] call '{short}': expected a path from a package on, as in \"acme.Client().ask\"; a function of the project is a [[wrapper]]"
                );
            }
            let name = file.words(row, "name")?.into_iter().next();
            let name = name.with_context(|| format!("{at}: [[sdk]] needs a name"))?;
            Ok(OwnCall {
                sdk: name,
                provider: file.words(row, "provider")?.into_iter().next(),
                of_project: false,
                inputs: file.inputs(row, "sdk", at)?,
                calls,
            })
        })
    }

    fn rows(
        &self,
        value: &Value,
        name: &str,
        keys: &[&str],
        read: impl Fn(&Self, &DeTable, &str) -> anyhow::Result<OwnCall>,
    ) -> anyhow::Result<Vec<OwnCall>> {
        let place = |at: Range<usize>| self.place(&at);
        let rows = value.get_ref().as_array().with_context(|| {
            format!(
                "{}: {name}: expected [[{name}]] with brackets doubled",
                place(value.span())
            )
        })?;
        let row = |row: &Value| {
            let at = place(row.span());
            let table = row.get_ref().as_table();
            let table = table.with_context(|| format!("{at}: expected [[{name}]]"))?;
            for (key, _) in table {
                self.known(key, keys)?;
            }
            read(self, table, &at)
        };
        rows.iter().map(row).collect()
    }

    /// The calls that a row names.
    fn paths(&self, row: &DeTable, name: &str, at: &str) -> anyhow::Result<Vec<String>> {
        let calls = self.words(row, "call")?;
        if calls.is_empty() {
            bail!(
                "{at}: [[{name}]] needs call, the path of a function or method, as in \"app.llm.ask\""
            );
        }
        let fits = |call: &String| {
            let plain = call.replace("()", "");
            !plain.is_empty()
                && plain.split('.').all(|segment| {
                    !segment.is_empty()
                        && !segment.contains(|letter: char| " ()[]{}:".contains(letter))
                })
        };
        if let Some(wrong) = calls.iter().find(|call| !fits(call)) {
            bail!(
                "{at}: [[{name}]] call '{wrong}': expected names with dots between, as in \"app.llm.ask\" or \"Client.ask\""
            );
        }
        let bare = calls
            .iter()
            .map(|call| call.strip_suffix("()").unwrap_or(call));
        Ok(bare.map(str::to_string).collect())
    }

    /// Where the parts of the request are.
    fn inputs(&self, row: &DeTable, name: &str, at: &str) -> anyhow::Result<Inputs> {
        let inputs = Inputs {
            messages: self.words(row, "messages")?,
            system: self.words(row, "system")?,
            prompt: self.words(row, "prompt")?,
            model: self.words(row, "model")?,
            schema: self.words(row, "schema")?,
            tools: self.words(row, "tools")?,
            ..Inputs::default()
        };
        if inputs.messages.is_empty() && inputs.prompt.is_empty() && inputs.schema.is_empty() {
            bail!(
                "{at}: [[{name}]] needs prompt or messages: the parameter's name, or its position from 0"
            );
        }
        Ok(inputs)
    }

    /// A text, a number (a position) or a list of these.
    fn words(&self, row: &DeTable, key: &str) -> anyhow::Result<Vec<String>> {
        let Some(value) = row.get(key) else {
            return Ok(Vec::new());
        };
        let word = |value: &Value| match value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(number) => Some(number.as_str().to_string()),
            _ => None,
        };
        let words = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(word).collect::<Option<Vec<_>>>(),
            _ => word(value).map(|word| vec![word]),
        };
        words.with_context(|| {
            format!(
                "{}: {key}: expected a text, a position or a list of them",
                self.place(&value.span())
            )
        })
    }
}
