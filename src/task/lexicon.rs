//! The words: which phrase of which natural language means which action, object, modifier or
//! contract. Read from `rules/words/`; nothing of it stands in code.

use anyhow::{Context, bail};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

/// What a phrase can mean. Numbers index the tables of [`Notions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Notion {
    /// Something to be done.
    Action(u16),
    /// Something it is done to, or that comes out.
    Object(u16),
    /// A word that says how.
    Modifier(Manner),
    /// A word about the form of the reply.
    Contract(Form),
    /// An example, data or task head, a persona opening …
    Reading(Mark),
    /// A word of plumbing, explained wherever it stands.
    Filler,
    /// A function word.
    Function,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// The name in `rules/words/`.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }
            /// The value of that name.
            pub fn named(name: &str) -> Option<$name> {
                match name { $($text => Some($name::$variant),)* _ => None }
            }
        }
    };
}

named! {
    /// The classes of actions.
    ActionClass {
        /// Pulls a part out.
        Take = "take",
        /// Changes the form.
        Convert = "convert",
        /// Tests against a form.
        Check = "check",
        /// Calculates.
        Compute = "compute",
        /// Orders, counts, joins.
        Arrange = "arrange",
        /// Rewrites by rule.
        Transform = "transform",
        /// Reads a format.
        Parse = "parse",
        /// Picks one of several.
        Choose = "choose",
        /// Puts values into a template.
        Fill = "fill",
        /// Says what is given.
        Echo = "echo",
        /// Only says how to answer.
        Reply = "reply",
        /// Needs a model.
        Open = "open",
    }
}
named! {
    /// The classes of objects.
    ObjectClass {
        /// A pattern on the page.
        Surface = "surface",
        /// A structured text.
        Format = "format",
        /// An official or given list.
        Closed = "closed",
        /// A number.
        Number = "number",
        /// A date or time.
        Date = "date",
        /// Characters, words, case, order.
        Text = "string",
        /// What a small model knows.
        Small = "small",
        /// Needs a model.
        Open = "open",
        /// Names what is read.
        Input = "input",
        /// Names running text that is read.
        Prose = "prose",
        /// Names rows and fields that are read.
        Structured = "structured",
    }
}
named! {
    /// The kinds of modifier.
    Manner {
        /// Asks for judgement.
        Open = "open",
        /// Says that the work follows a rule.
        Exact = "exact",
        /// How running text is to read.
        Style = "style",
        /// How long running text is to be.
        Length = "length",
        /// For whom.
        Audience = "audience",
        /// Knowledge that is not in the input.
        World = "world",
        /// A persona with expertise.
        Expert = "expert",
    }
}
named! {
    /// What a contract says about the reply.
    Form {
        /// Only this.
        Only = "only",
        /// Nothing beside.
        NothingElse = "nothing-else",
        /// No reasons.
        NoExplanation = "no-explanation",
        /// One of two.
        YesNo = "yes-no",
        /// One word or label.
        OneWord = "one-word",
        /// JSON.
        Json = "as-json",
        /// A list.
        List = "as-list",
        /// A number.
        Number = "as-number",
        /// What to say when there is nothing.
        Fallback = "fallback",
        /// The rest stays.
        AsIs = "as-is",
    }
}
named! {
    /// The marks by which sentences are read.
    Mark {
        /// 'You are …'
        Persona = "persona",
        /// 'Your task is …'
        TaskHead = "task-head",
        /// 'from', 'out of': what is read follows (in some languages: stands before).
        Source = "sources",
        /// 'to', 'into': what it becomes.
        Target = "targets",
        /// 'and', 'then': what follows is worked on again.
        Join = "joins",
        /// 'then', 'finally': what follows is done with what came before.
        Afterwards = "afterwards",
        /// 'to', 'please', 'and': a verb of the instruction may follow.
        Opener = "verb-openers",
        /// 'that', 'who': a persona's work may follow.
        Relative = "relatives",
        /// 'is', 'contains', 'we': it is a sentence, no noun phrase.
        Finite = "sentence-words",
        /// 'must', 'should'
        Modal = "modals",
        /// not, never
        Negation = "negations",
        /// if, when
        Condition = "conditions",
        /// 'Example:', '->'
        ExampleHead = "example-heads",
        /// 'Text:'
        DataHead = "data-heads",
    }
}

/// All notions, by number.
#[derive(Debug, Default)]
pub struct Notions {
    /// Name and class of each action.
    pub actions: Vec<(String, ActionClass)>,
    /// Name, class and parents of each object.
    pub objects: Vec<(String, ObjectClass, Vec<u16>)>,
}

/// One phrase after its first word, and what it means.
#[derive(Debug)]
struct Phrase {
    rest: Vec<Box<str>>,
    notions: Vec<Notion>,
}

/// The words of one natural language.
#[derive(Debug)]
pub struct Words {
    /// Its code: `en`.
    pub language: String,
    /// Whether a verb may stand anywhere in an instruction, not only at its head.
    pub free_order: bool,
    /// Whether 'from' and 'to' stand behind what they speak of.
    pub postpositions: bool,
    /// The words that hold sentences together, by which the language is known.
    functions: HashSet<Box<str>>,
    /// What the file says: lists of phrases with what they mean.
    rows: Vec<(String, Notion, Inflect)>,
    /// The phrases by their first word, made when the first prompt of the language is read.
    phrases: OnceLock<HashMap<Box<str>, Vec<Phrase>>>,
}

/// Notions and words of all languages.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The notions.
    pub notions: Notions,
    /// The languages, English first.
    pub languages: Vec<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotionFile {
    actions: BTreeMap<String, String>,
    objects: BTreeMap<String, ObjectRow>,
    modifiers: BTreeMap<String, String>,
    contract: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ObjectRow {
    class: String,
    #[serde(default)]
    is: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WordFile {
    language: String,
    #[serde(default)]
    inflect: Option<String>,
    #[serde(default)]
    free_order: bool,
    #[serde(default)]
    postpositions: bool,
    function_words: String,
    filler: String,
    actions: BTreeMap<String, String>,
    objects: BTreeMap<String, String>,
    modifiers: BTreeMap<String, String>,
    contract: BTreeMap<String, String>,
    reading: BTreeMap<String, String>,
}

impl Notions {
    /// The number of an action.
    pub fn action(&self, name: &str) -> Option<u16> {
        self.actions
            .iter()
            .position(|(known, _)| known == name)
            .map(|at| at as u16)
    }

    /// The number of an object.
    pub fn object(&self, name: &str) -> Option<u16> {
        self.objects
            .iter()
            .position(|(known, ..)| known == name)
            .map(|at| at as u16)
    }

    /// Whether `object` is `ancestor` or below it.
    pub fn is_a(&self, object: u16, ancestor: u16) -> bool {
        object == ancestor
            || self.objects[object as usize]
                .2
                .iter()
                .any(|parent| self.is_a(*parent, ancestor))
    }

    fn read(file: NotionFile) -> anyhow::Result<Notions> {
        let mut notions = Notions::default();
        for (name, class) in file.actions {
            let class = ActionClass::named(&class)
                .with_context(|| format!("action '{name}': unknown class '{class}'"))?;
            notions.actions.push((name, class));
        }
        let names: Vec<String> = file.objects.keys().cloned().collect();
        for (name, row) in file.objects {
            let class = ObjectClass::named(&row.class)
                .with_context(|| format!("object '{name}': unknown class '{}'", row.class))?;
            let mut parents = Vec::new();
            for parent in row.is {
                let at = names
                    .iter()
                    .position(|known| *known == parent)
                    .with_context(|| format!("object '{name}': unknown parent '{parent}'"))?;
                parents.push(at as u16);
            }
            notions.objects.push((name, class, parents));
        }
        let stray = file
            .modifiers
            .keys()
            .find(|name| Manner::named(name).is_none());
        if let Some(name) = stray {
            bail!("unknown modifier '{name}'");
        }
        let stray = file
            .contract
            .keys()
            .find(|name| Form::named(name).is_none());
        if let Some(name) = stray {
            bail!("unknown contract '{name}'");
        }
        Ok(notions)
    }
}

impl Lexicon {
    /// Reads `notions.toml` and the language files among `files` (path below `rules/`, text).
    pub fn load<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> anyhow::Result<Lexicon> {
        let mut lexicon = Lexicon::default();
        let mut languages = Vec::new();
        for (path, text) in files {
            if path == "words/notions.toml" {
                let file = toml::from_str(text).with_context(|| format!("rules/{path}"))?;
                lexicon.notions = Notions::read(file).with_context(|| format!("rules/{path}"))?;
            } else if path.starts_with("words/") && path.ends_with(".toml") {
                languages.push((path, text));
            }
        }
        for (path, text) in languages {
            let file: WordFile = toml::from_str(text).with_context(|| format!("rules/{path}"))?;
            let words =
                Words::read(file, &lexicon.notions).with_context(|| format!("rules/{path}"))?;
            lexicon.languages.push(words);
        }
        lexicon
            .languages
            .sort_by_key(|words| (words.language != "en", words.language.clone()));
        if lexicon
            .languages
            .first()
            .is_none_or(|words| words.language != "en")
        {
            bail!("rules/words/en.toml is missing");
        }
        Ok(lexicon)
    }

    /// The language whose function words are most frequent among `tokens`; `None` where no language
    /// that is known reaches one in twelve.
    pub fn language_of<'a>(&self, tokens: impl Iterator<Item = &'a str> + Clone) -> Option<&Words> {
        let total = tokens.clone().count();
        let best = self
            .languages
            .iter()
            .map(|words| {
                let hits = tokens
                    .clone()
                    .filter(|token| words.is_function_word(token))
                    .count();
                (hits, words)
            })
            .max_by_key(|(hits, words)| (*hits, words.language == "en"))?;
        // A handful of words is too few to tell; they are read as English.
        if total < 8 && best.0 == 0 {
            return self.languages.first();
        }
        (best.0 * 12 >= total).then_some(best.1)
    }
}

impl Words {
    fn read(file: WordFile, notions: &Notions) -> anyhow::Result<Words> {
        let english = match file.inflect.as_deref() {
            None => false,
            Some("english") => true,
            Some(other) => bail!("inflect: expected \"english\", found \"{other}\""),
        };
        let verb = if english { Inflect::Verb } else { Inflect::No };
        let functions = phrases_of(&file.function_words).filter_map(|mut tokens| {
            let word = tokens.pop()?;
            tokens.is_empty().then(|| word.into())
        });
        let mut words = Words {
            language: file.language,
            free_order: file.free_order,
            postpositions: file.postpositions,
            functions: functions.collect(),
            rows: Vec::new(),
            phrases: OnceLock::new(),
        };
        let mut row = |list, notion, inflect| words.rows.push((list, notion, inflect));
        row(file.function_words, Notion::Function, Inflect::No);
        row(file.filler, Notion::Filler, noun(english));
        for (name, list) in file.actions {
            let action = notions.action(&name);
            let action = action.with_context(|| format!("no action '{name}'"))?;
            row(list, Notion::Action(action), verb);
        }
        for (name, list) in file.objects {
            let object = notions.object(&name);
            let object = object.with_context(|| format!("no object '{name}'"))?;
            row(list, Notion::Object(object), noun(english));
        }
        for (name, list) in file.modifiers {
            let manner = Manner::named(&name).with_context(|| format!("no modifier '{name}'"))?;
            row(list, Notion::Modifier(manner), Inflect::No);
        }
        for (name, list) in file.contract {
            let form = Form::named(&name).with_context(|| format!("no contract '{name}'"))?;
            row(list, Notion::Contract(form), Inflect::No);
        }
        for (name, list) in file.reading {
            let mark = Mark::named(&name).with_context(|| format!("no reading mark '{name}'"))?;
            row(list, Notion::Reading(mark), Inflect::No);
        }
        Ok(words)
    }

    fn phrases(&self) -> &HashMap<Box<str>, Vec<Phrase>> {
        self.phrases.get_or_init(|| {
            let mut phrases = HashMap::new();
            for (list, notion, inflect) in &self.rows {
                for tokens in phrases_of(list) {
                    for form in inflect.forms(tokens) {
                        add(&mut phrases, form, *notion);
                    }
                }
            }
            for list in phrases.values_mut() {
                list.sort_by_key(|phrase: &Phrase| std::cmp::Reverse(phrase.rest.len()));
            }
            phrases
        })
    }

    /// The longest phrase that starts at the first of `tokens`: how many tokens it takes, and what
    /// it means.
    pub fn longest<'a, T: AsRef<str>>(&'a self, tokens: &[T]) -> Option<(usize, &'a [Notion])> {
        let list = self.phrases().get(tokens.first()?.as_ref())?;
        list.iter()
            .find(|phrase| {
                phrase.rest.len() < tokens.len()
                    && phrase
                        .rest
                        .iter()
                        .zip(&tokens[1..])
                        .all(|(a, b)| **a == *b.as_ref())
            })
            .map(|phrase| (phrase.rest.len() + 1, phrase.notions.as_slice()))
    }

    /// As [`Words::longest`], for a word borrowed by another language: only names of things and of
    /// forms of the reply.
    pub fn loan<'a, T: AsRef<str>>(&'a self, tokens: &[T]) -> Option<(usize, &'a [Notion])> {
        self.longest(tokens).filter(|(_, notions)| {
            notions
                .iter()
                .all(|notion| matches!(notion, Notion::Object(_) | Notion::Contract(_)))
        })
    }

    fn is_function_word(&self, token: &str) -> bool {
        self.functions.contains(token)
    }
}

/// The phrases of a list as the files write them, each as its tokens.
fn phrases_of(list: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    list.split(',')
        .map(|phrase| {
            super::token::tokens(phrase)
                .map(|token| token.lower.into_string())
                .collect::<Vec<_>>()
        })
        .filter(|tokens| !tokens.is_empty())
}

fn add(phrases: &mut HashMap<Box<str>, Vec<Phrase>>, mut tokens: Vec<String>, notion: Notion) {
    let rest: Vec<Box<str>> = tokens.split_off(1).into_iter().map(Into::into).collect();
    let list = phrases.entry(tokens.remove(0).into()).or_default();
    match list.iter_mut().find(|phrase| phrase.rest == rest) {
        Some(phrase) if phrase.notions.contains(&notion) => {}
        Some(phrase) => phrase.notions.push(notion),
        None => list.push(Phrase {
            rest,
            notions: vec![notion],
        }),
    }
}

fn noun(english: bool) -> Inflect {
    if english { Inflect::Noun } else { Inflect::No }
}

/// Which forms are made of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inflect {
    No,
    /// The verb is the first word: extracts, extracting, extracted.
    Verb,
    /// The noun is the last word: addresses, cities.
    Noun,
}

impl Inflect {
    fn forms(self, tokens: Vec<String>) -> Vec<Vec<String>> {
        let mut forms = vec![tokens.clone()];
        let at = match self {
            Inflect::No => return forms,
            Inflect::Verb => 0,
            Inflect::Noun => tokens.len().saturating_sub(1),
        };
        let Some(word) = tokens
            .get(at)
            .filter(|word| word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase()))
        else {
            return forms;
        };
        let endings = if self == Inflect::Verb {
            verb_forms(word)
        } else {
            vec![plural(word)]
        };
        for ending in endings {
            let mut form = tokens.clone();
            form[at] = ending;
            forms.push(form);
        }
        forms
    }
}

fn plural(word: &str) -> String {
    let bytes = word.as_bytes();
    let vowel_before_y = bytes.len() > 1 && b"aeiou".contains(&bytes[bytes.len() - 2]);
    match word {
        _ if word.ends_with('y') && !vowel_before_y => format!("{}ies", &word[..word.len() - 1]),
        _ if ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| word.ends_with(end)) =>
        {
            format!("{word}es")
        }
        _ => format!("{word}s"),
    }
}

fn verb_forms(word: &str) -> Vec<String> {
    let bytes = word.as_bytes();
    let last = bytes[bytes.len() - 1];
    let is_vowel = |byte: u8| b"aeiou".contains(&byte);
    let stem = if last == b'e' && !word.ends_with("ee") {
        word[..word.len() - 1].to_string()
    } else {
        // A short word that ends in one vowel and one consonant doubles it: map, mapping.
        let doubles = bytes.len() <= 4
            && !is_vowel(last)
            && !b"wxy".contains(&last)
            && is_vowel(bytes[bytes.len() - 2])
            && !is_vowel(bytes[bytes.len() - 3]);
        if doubles {
            format!("{word}{}", last as char)
        } else {
            word.to_string()
        }
    };
    let past = match word.strip_suffix('y') {
        Some(short) if !is_vowel(bytes[bytes.len() - 2]) => format!("{short}ied"),
        _ => format!("{stem}ed"),
    };
    vec![plural(word), format!("{stem}ing"), past]
}
