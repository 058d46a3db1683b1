//! What the catalogue knows of reading files: which calls read, parse and compute paths.

use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How a call or member computes a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PathStep {
    /// The receiver, if it is a path, and all arguments, one below the other.
    Join,
    /// The folder around.
    Parent,
    /// The first argument as seen from the second.
    Against,
    /// The first argument.
    First,
    /// What it is called on.
    Receiver,
    /// Another ending.
    Suffix,
    /// Another name in the same folder.
    Name,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadFile {
    call: Vec<String>,
    path: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LoadFile {
    call: Vec<String>,
    at: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ParseFile {
    call: Vec<String>,
    of: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SameFile {
    call: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PathFile {
    how: PathStep,
    #[serde(default)]
    call: Vec<String>,
    #[serde(default)]
    member: Vec<String>,
}

/// Types that hold the files of a folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Embedded {
    /// What derives such a type.
    pub derive: Vec<String>,
    /// The attribute that names the folder.
    pub folder: Vec<String>,
    /// Calls that give a file of it.
    pub call: Vec<String>,
}

/// Types that are templates, filled with their own fields.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Derived {
    /// What derives such a type.
    pub derive: Vec<String>,
    /// The attribute that says which template.
    pub attribute: Vec<String>,
    /// Where it names the file.
    pub path: Vec<String>,
    /// Where it holds the text itself.
    pub source: Vec<String>,
    /// Calls that fill it.
    pub call: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub(super) struct HereFile {
    file: Vec<String>,
    folder: Vec<String>,
}

/// Calls and names by what they do with files.
#[derive(Debug, Default)]
pub struct Reading {
    reads: HashMap<String, Vec<String>>,
    loads: HashMap<String, Vec<String>>,
    parses: HashMap<String, Vec<String>>,
    same: HashSet<String>,
    calls: BTreeMap<String, Vec<PathStep>>,
    members: BTreeMap<String, PathStep>,
    files: HashSet<String>,
    folders: HashSet<String>,
    /// Types that hold the files of a folder.
    pub embedded: Embedded,
    /// Types that are templates.
    pub derived: Derived,
}

impl Reading {
    pub(super) fn read(&mut self, row: ReadFile) {
        for call in row.call {
            self.reads.entry(call).or_default().extend(row.path.clone());
        }
    }

    pub(super) fn load(&mut self, row: LoadFile) {
        for call in row.call {
            self.loads.entry(call).or_default().extend(row.at.clone());
        }
    }

    pub(super) fn parse(&mut self, row: ParseFile) {
        for call in row.call {
            self.parses.entry(call).or_default().extend(row.of.clone());
        }
    }

    pub(super) fn same(&mut self, row: SameFile) {
        self.same.extend(row.call);
    }

    pub(super) fn path(&mut self, row: PathFile) {
        for call in row.call {
            self.calls.entry(call).or_default().push(row.how);
        }
        for member in row.member {
            self.members.insert(member, row.how);
        }
    }

    pub(super) fn embedded(&mut self, row: Embedded) {
        self.embedded.derive.extend(row.derive);
        self.embedded.folder.extend(row.folder);
        self.embedded.call.extend(row.call);
    }

    pub(super) fn derived(&mut self, row: Derived) {
        self.derived.derive.extend(row.derive);
        self.derived.attribute.extend(row.attribute);
        self.derived.path.extend(row.path);
        self.derived.source.extend(row.source);
        self.derived.call.extend(row.call);
    }

    pub(super) fn here(&mut self, row: HereFile) {
        self.files.extend(row.file);
        self.folders.extend(row.folder);
    }

    /// Where a call that reads a file has its path; none for other calls.
    pub fn reads(&self, call: &str) -> &[String] {
        self.reads.get(call).map_or(&[], Vec::as_slice)
    }

    /// Where a call that loads a module has its path or name, or what it is made of.
    pub fn loads(&self, call: &str) -> &[String] {
        self.loads.get(call).map_or(&[], Vec::as_slice)
    }

    /// Where a call that makes data of a text has the text.
    pub fn parses(&self, call: &str) -> &[String] {
        self.parses.get(call).map_or(&[], Vec::as_slice)
    }

    /// Whether a call's result is the text that it is made on.
    pub fn is_same(&self, call: &str) -> bool {
        self.same.contains(call)
    }

    /// How a call may compute a path.
    pub fn path_calls(&self, call: &str) -> &[PathStep] {
        self.calls.get(call).map_or(&[], Vec::as_slice)
    }

    /// How a member computes a path.
    pub fn path_member(&self, member: &str) -> Option<PathStep> {
        self.members.get(member).copied()
    }

    /// Whether a name from outside means the file of the code.
    pub fn is_own_file(&self, name: &str) -> bool {
        self.files.contains(name)
    }

    /// Whether a name from outside means the folder of the code.
    pub fn is_own_folder(&self, name: &str) -> bool {
        self.folders.contains(name)
    }
}
