//! What the catalogue knows of messages and of the uses of a reply (`rules/text/messages.toml`,
//! `replies.toml`): the names that the formats and the languages' functions go by.

use crate::prompt::Role;
use anyhow::anyhow;
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What becomes of a reply that a function is given, or a method is called on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReplyUse {
    /// It is made a number.
    Number,
    /// It is parsed as JSON.
    Json,
    /// It is parsed as a date.
    Date,
    /// It is shown to somebody.
    Shown,
    /// It stays what it is.
    Same,
    /// It is searched for a text.
    Contains,
    /// It is split.
    Split,
    /// It is looked up in the set or table that the method is called on.
    Among,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VocabularyFile {
    #[serde(rename = "id")]
    _id: String,
    #[serde(rename = "title")]
    _title: String,
    #[serde(default)]
    content: ContentFile,
    #[serde(default)]
    roles: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    r#use: Vec<UseFile>,
    #[serde(default)]
    environment: Vec<String>,
    #[serde(default)]
    outside: Vec<String>,
    #[serde(default)]
    nothing: Vec<String>,
    #[serde(default)]
    aside: Vec<String>,
    #[serde(default)]
    option: OptionNames,
    #[serde(default)]
    form: FormNames,
    #[serde(default)]
    carriers: Vec<String>,
    #[serde(default)]
    model: ModelNames,
    #[serde(default)]
    output: OutputNames,
}

/// How requests for something else than text are told.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OutputNames {
    /// Where a request lists the kinds of output that it wants.
    pub at: Vec<String>,
    /// The kinds that are no text.
    pub media: Vec<String>,
    /// Parts of the names of models that make nothing else.
    pub models: Vec<String>,
}

/// How models are named, and what only sets one up further.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ModelNames {
    /// Names that say nothing of which model it is.
    pub empty: Vec<String>,
    /// What the names of files end with that hold a model.
    pub files: Vec<String>,
    /// What the names of folders start with that hold a model, its name behind, `--` for `/`.
    pub folders: Vec<String>,
    /// Methods of a model that give the same model, set up further.
    pub same: Vec<String>,
    /// Packages whose `get` is asked for a section and a key.
    pub sections: Vec<String>,
}

impl ModelNames {
    /// The model that is kept in a folder named after it: `models--google--flan-t5-large`.
    pub fn kept_as(&self, path: &str) -> Option<String> {
        let mut folders = path.split(['/', '\\']);
        folders.find_map(|folder| {
            let mut starts = self.folders.iter();
            let name = starts.find_map(|start| folder.strip_prefix(&**start))?;
            Some(name.replace("--", "/"))
        })
    }

    /// Whether a name says which model it is.
    pub fn says(&self, name: &str) -> bool {
        let bare = name.to_lowercase().replace('-', "_");
        !name.is_empty() && !self.empty.contains(&bare)
    }
}

/// How programs declare options of their command line.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OptionNames {
    /// Calls that declare one.
    pub declare: Vec<String>,
    /// Calls that give what the user chose.
    pub read: Vec<String>,
    /// Where the default is.
    pub default: Vec<String>,
    /// Calls that give what the user chose for the one option that they name.
    pub ask: Vec<String>,
    /// Attributes of fields that are options.
    pub attribute: Vec<String>,
    /// Attributes whose default is the name of a function.
    #[serde(rename = "made-by")]
    pub made_by: Vec<String>,
}

/// How programs ask their users, and look things up, each call by its last name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FormNames {
    /// Calls that ask.
    pub ask: Vec<String>,
    /// Where the answer is that holds until another is given: a text, or a list that it is taken from.
    pub preset: Vec<String>,
    /// Where its place in the list is.
    pub place: Vec<String>,
    /// Calls that look something up by the key that they are given first.
    pub look_up: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ContentFile {
    text: Vec<String>,
    media: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UseFile {
    is: ReplyUse,
    #[serde(default)]
    call: Vec<String>,
    #[serde(default)]
    method: Vec<String>,
}

/// The names.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Where the formats keep a message's content; the first found wins.
    pub content: Vec<String>,
    media: Vec<String>,
    roles: HashMap<String, Role>,
    calls: HashMap<String, ReplyUse>,
    methods: HashMap<String, ReplyUse>,
    environment: Vec<String>,
    outside: Vec<String>,
    nothing: HashSet<String>,
    aside: HashSet<String>,
    /// How programs declare options of their command line.
    pub option: OptionNames,
    /// How they ask their users.
    pub form: FormNames,
    /// How models are named.
    pub model: ModelNames,
    /// How requests for something else than text are told.
    pub output: OutputNames,
    carriers: Vec<String>,
}

impl Vocabulary {
    pub(super) fn add(&mut self, place: &str, text: &str) -> anyhow::Result<()> {
        let file: VocabularyFile =
            toml::from_str(text).map_err(|problem| anyhow!("{place}: {problem}"))?;
        self.content.extend(file.content.text);
        self.media.extend(file.content.media);
        self.environment.extend(file.environment);
        self.outside.extend(file.outside);
        self.nothing.extend(file.nothing);
        self.aside.extend(file.aside);
        self.option.declare.extend(file.option.declare);
        self.option.read.extend(file.option.read);
        self.option.default.extend(file.option.default);
        self.option.ask.extend(file.option.ask);
        self.option.attribute.extend(file.option.attribute);
        self.option.made_by.extend(file.option.made_by);
        self.form.ask.extend(file.form.ask);
        self.form.preset.extend(file.form.preset);
        self.form.place.extend(file.form.place);
        self.form.look_up.extend(file.form.look_up);
        self.carriers.extend(file.carriers);
        self.model.empty.extend(file.model.empty);
        self.model.files.extend(file.model.files);
        self.model.folders.extend(file.model.folders);
        self.model.same.extend(file.model.same);
        self.model.sections.extend(file.model.sections);
        self.output.at.extend(file.output.at);
        self.output.media.extend(file.output.media);
        self.output.models.extend(file.output.models);
        for (role, names) in file.roles {
            let role = super::load::role(&role).map_err(|problem| anyhow!("{place}: {problem}"))?;
            self.roles
                .extend(names.into_iter().map(|name| (name, role)));
        }
        for row in file.r#use {
            self.calls
                .extend(row.call.into_iter().map(|name| (name, row.is)));
            let methods = row.method.into_iter().map(|name| (name, row.is));
            self.methods.extend(methods);
        }
        Ok(())
    }

    /// Whether a part of that key or type is no text.
    pub fn is_media(&self, name: &str) -> bool {
        self.media.iter().any(|known| known == name)
    }

    /// Who speaks, by the name that a format has for it.
    pub fn role(&self, name: &str) -> Option<Role> {
        self.roles.get(&*name.to_lowercase()).copied()
    }

    /// What a function makes of a reply that it is given.
    pub fn handed_to(&self, function: &str) -> Option<ReplyUse> {
        self.calls.get(function.trim_end_matches('!')).copied()
    }

    /// What a method makes of the reply that it is called on.
    pub fn called_on(&self, method: &str) -> Option<ReplyUse> {
        self.methods.get(method).copied()
    }

    /// Whether an input of that name holds things beside the model that a call is sent to.
    pub fn is_aside(&self, name: &str) -> bool {
        self.aside.contains(name)
    }

    /// Whether an access path leads into the environment of the process.
    pub fn is_environment(&self, path: &str) -> bool {
        leads_into(&self.environment, path)
    }

    /// Whether an access path leads into what the run is handed from outside.
    pub fn is_outside(&self, path: &str) -> bool {
        leads_into(&self.outside, path)
    }

    /// Whether an access path is what an SDK takes for an input that is not given.
    pub fn is_nothing(&self, path: &str) -> bool {
        self.nothing.contains(path)
    }

    /// Whether a parameter holds messages by its last word, and how surely: the least is the surest.
    pub fn carrier_of_messages(&self, parameter: &str) -> Option<usize> {
        let name = parameter.to_lowercase();
        let is_last = |word: &String| {
            let before = name.strip_suffix(&**word)?;
            let at = before.len();
            let starts = before.is_empty() || before.ends_with('_');
            (starts || parameter[at..].starts_with(char::is_uppercase)).then_some(())
        };
        self.carriers
            .iter()
            .position(|word| is_last(word).is_some())
    }
}

fn leads_into(roots: &[String], path: &str) -> bool {
    roots.iter().any(|root| {
        path.strip_prefix(&**root)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '(', '[']))
    })
}
