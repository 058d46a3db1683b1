//! What the catalogue knows of schemas (`rules/schema/`): the names that types, generic types and
//! builders of the schema libraries go by, each by its last name.

use anyhow::anyhow;
use serde::Deserialize;
use std::collections::HashMap;

/// What a name of a schema library stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormKind {
    /// An object with the fields that it is given.
    Object,
    /// The receiver's fields and those that it is given.
    Extend,
    /// One of the values that it is given.
    Enum,
    /// The one value that it is given.
    Literal,
    /// Text.
    Text,
    /// Text of the pattern that it is given.
    Pattern,
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// The least value of the receiver.
    Min,
    /// The greatest value of the receiver.
    Max,
    /// `true` or `false`.
    Boolean,
    /// A list of what it is given.
    List,
    /// One of the forms that it is given.
    Union,
    /// The form that it is given.
    Same,
    /// The description of the receiver.
    Description,
    /// A field that goes into a request, and is no part of the reply.
    Input,
    /// A field of the reply.
    Output,
}

/// A name and what more is known of it.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it stands for.
    pub is: FormKind,
    /// The format of a text; `*`: its own name.
    pub format: Option<String>,
    /// Least value.
    pub min: Option<i64>,
    /// Greatest value.
    pub max: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormsFile {
    #[serde(rename = "title")]
    _title: String,
    #[serde(default)]
    wrapper: Vec<String>,
    #[serde(default)]
    option: OptionFile,
    #[serde(default)]
    members: MembersFile,
    #[serde(default)]
    r#type: Vec<NameFile>,
    #[serde(default)]
    generic: Vec<NameFile>,
    #[serde(default)]
    builder: Vec<BuilderFile>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct OptionFile {
    description: Vec<String>,
    min: Vec<String>,
    max: Vec<String>,
    pattern: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct MembersFile {
    names: Vec<String>,
    values: Vec<String>,
    call: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameFile {
    name: Vec<String>,
    is: FormKind,
    format: Option<String>,
    min: Option<i64>,
    max: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BuilderFile {
    call: Vec<String>,
    is: FormKind,
    format: Option<String>,
}

/// The names of all schema libraries.
#[derive(Debug, Default)]
pub struct Forms {
    types: HashMap<String, Form>,
    generics: HashMap<String, Form>,
    builders: HashMap<String, Form>,
    /// Keys of a map that hold a schema.
    pub wrappers: Vec<String>,
    /// Options of a field that describe it.
    pub description: Vec<String>,
    /// Options of a field that give its least value.
    pub min: Vec<String>,
    /// Options of a field that give its greatest value.
    pub max: Vec<String>,
    /// Options of a field that give its pattern.
    pub pattern: Vec<String>,
    /// Members of an enum that hold the names of its members.
    pub names: Vec<String>,
    /// Members of an enum or of a schema that hold its values.
    pub values: Vec<String>,
    /// Calls that give the values of the type that they are given or called on.
    pub listed: Vec<String>,
}

impl Forms {
    pub(super) fn add(&mut self, place: &str, text: &str) -> anyhow::Result<()> {
        let file: FormsFile =
            toml::from_str(text).map_err(|problem| anyhow!("{place}: {problem}"))?;
        self.wrappers.extend(file.wrapper);
        self.description.extend(file.option.description);
        self.min.extend(file.option.min);
        self.max.extend(file.option.max);
        self.pattern.extend(file.option.pattern);
        self.names.extend(file.members.names);
        self.values.extend(file.members.values);
        self.listed.extend(file.members.call);
        let named = |into: &mut HashMap<String, Form>, rows: Vec<NameFile>| {
            for row in rows {
                let form = Form {
                    is: row.is,
                    format: row.format,
                    min: row.min,
                    max: row.max,
                };
                into.extend(row.name.into_iter().map(|name| (name, form.clone())));
            }
        };
        named(&mut self.types, file.r#type);
        named(&mut self.generics, file.generic);
        let builders = file.builder.into_iter().map(|row| NameFile {
            name: row.call,
            is: row.is,
            format: row.format,
            min: None,
            max: None,
        });
        named(&mut self.builders, builders.collect());
        Ok(())
    }

    /// A type by its last name.
    pub fn of_type(&self, name: &str) -> Option<&Form> {
        self.types.get(name)
    }

    /// A generic type by its last name.
    pub fn of_generic(&self, name: &str) -> Option<&Form> {
        self.generics.get(name)
    }

    /// A builder by its last name.
    pub fn of_builder(&self, name: &str) -> Option<&Form> {
        self.builders.get(name)
    }
}
