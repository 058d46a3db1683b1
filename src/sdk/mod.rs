//! The catalogue of SDKs, and finding call sites by where the callee comes from.
//!
//! All names of packages, hosts and methods are data (`rules/sdk/`). This room knows nothing of what
//! a prompt asks for.

mod forms;
mod handed;
mod inputs;
mod load;
mod models;
mod own;
mod reading;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use forms::{Form, FormKind, Forms};
pub use inputs::{BESIDE, RECEIVER, object_of, receiver, receivers, siblings};
pub use models::{ModelRow, Reach};
pub use own::OwnCall;
pub use reading::{PathStep, Reading};
pub use vocabulary::{ReplyUse, Vocabulary};

use crate::index::{At, FnRef, Program, Target, TypeTable};
use crate::ir::{ClassKind, ExprKind};
use crate::prompt::Role;
use crate::source::FileId;
use aho_corasick::AhoCorasick;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How many members of what is called are gone through.
const MOST_MEMBERS: usize = 12;

/// One SDK.
#[derive(Debug)]
pub struct Sdk {
    /// The name of its file.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Who runs the model, where the SDK alone tells.
    pub provider: Option<String>,
    /// Its documentation, where its first example was looked up.
    pub documentation: Option<Documentation>,
    /// What a file that uses it holds.
    pub needles: Vec<String>,
    /// Its examples and near misses.
    pub examples: Vec<Example>,
}

/// Where the first example of an SDK's own documentation stands, and whether it was found.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Documentation {
    /// Its address.
    pub address: String,
    /// The day on which it was run.
    pub looked_up: String,
    /// Whether the call in it was found then.
    #[serde(default = "yes")]
    pub found: bool,
}

fn yes() -> bool {
    true
}

/// A snippet and what is found in it.
#[derive(Debug)]
pub struct Example {
    /// `python`, `typescript`, `javascript`, `rust`.
    pub language: String,
    /// The snippet.
    pub code: String,
    /// How many calls it holds.
    pub calls: usize,
    /// Text that the first call's prompt holds.
    pub expect: Option<String>,
    /// The first call's model.
    pub model: Option<String>,
    /// For a near miss, why it is none.
    pub why: Option<String>,
}

/// Where the parts of a request are: input locations, the first found wins.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// A list of messages.
    pub messages: Vec<String>,
    /// The system text.
    pub system: Vec<String>,
    /// A single text, or a list of messages.
    pub prompt: Vec<String>,
    /// The model.
    pub model: Vec<String>,
    /// The form of the reply.
    pub schema: Vec<String>,
    /// The tools.
    pub tools: Vec<String>,
    /// Everything else, by the contract's names.
    pub parameters: BTreeMap<String, Vec<String>>,
}

/// How a call sends its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallKind {
    /// Through an SDK.
    Sdk,
    /// As raw HTTP; it is a call site only if its address is an endpoint's.
    Http,
}

/// A call that sends a prompt.
#[derive(Debug)]
pub struct CallRow {
    /// The SDK, by number.
    pub sdk: usize,
    /// How it sends.
    pub kind: CallKind,
    /// Where the address is.
    pub url: Vec<String>,
    /// Where an address is that it goes on from.
    pub base: Vec<String>,
    /// Inputs one of which must be given; none: any call will do.
    pub needs: Vec<String>,
    /// Where the body is.
    pub body: Vec<String>,
    /// Where the parts are.
    pub inputs: Inputs,
    /// What tells a call of a language model from another of the same name.
    pub when: Option<When>,
    /// The placeholders of the texts, which the call's own arguments fill.
    pub syntax: Syntax,
    /// Placeholders that stand for the form of the reply.
    pub form: Vec<String>,
    /// Where the values of placeholders are, by name.
    pub given: Vec<String>,
    /// Where a signature is whose input fields go along under their names.
    pub takes: Vec<String>,
    /// Where objects that stand for a model may be, beside the receiver and what the call is given.
    pub objects: Vec<String>,
    /// Whether it is a call of a model only if there is such an object.
    pub needs_object: bool,
}

/// What an input must hold for a call to be one of a language model: `pipeline("text-generation")`.
#[derive(Debug)]
pub struct When {
    /// Where it is.
    pub at: Vec<String>,
    /// Parts of texts, one of which it holds; none: any text, or none that is known, will do.
    pub has: Vec<String>,
    /// Parts of texts, none of which it holds.
    pub lacks: Vec<String>,
}

/// A constructor of one message.
#[derive(Debug)]
pub struct MessageRow {
    /// Who speaks where nothing else is said.
    pub role: Role,
    /// Where it is said who speaks.
    pub role_at: Vec<String>,
    /// Where the content is.
    pub content: Vec<String>,
    /// Where more of it is, each part below the one before.
    pub also: Vec<Vec<String>>,
    /// Whether it starts a history that messages are added to: it need not hold any.
    pub history: bool,
    /// The methods that add a message to it.
    pub added: Vec<AddedRow>,
}

/// A method that adds a message to a history.
#[derive(Clone, Debug)]
pub struct AddedRow {
    /// Its name.
    pub method: String,
    /// Who speaks.
    pub role: Role,
    /// Where the content is, or a whole message.
    pub content: Vec<String>,
}

/// A member that a decorator supplies to instances of the classes that it decorates.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuppliedRow {
    /// The decorator of the class, by its access path.
    pub class: String,
    /// The member.
    pub name: String,
    /// The decorator of the methods whose results it holds.
    pub methods: Option<String>,
    /// The file that it holds, where the class names no other.
    pub file: Option<String>,
}

/// The placeholders of a prompt template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// `{name}`, `{}`, `{0}`; doubled braces stand for one.
    Brace,
    /// `{{name}}`, `{{#if x}}`: Mustache and Handlebars.
    Mustache,
    /// `{{ name }}`, `{% if x %}`: Jinja and its kin.
    Jinja,
    /// `<%= name %>`, `<% if x %>`: ERB and its kin.
    Erb,
    /// `%s`, `%(name)s`.
    Percent,
    /// `$name`, `${name}`.
    Dollar,
    /// None.
    None,
}

impl From<crate::ir::FormatStyle> for Syntax {
    fn from(style: crate::ir::FormatStyle) -> Syntax {
        match style {
            crate::ir::FormatStyle::Brace => Syntax::Brace,
            crate::ir::FormatStyle::Percent => Syntax::Percent,
            crate::ir::FormatStyle::Dollar => Syntax::Dollar,
        }
    }
}

/// A constructor of a prompt template.
#[derive(Debug)]
pub struct TemplateRow {
    /// Where its text is.
    pub text: Vec<String>,
    /// Where its messages are.
    pub messages: Vec<String>,
    /// Where the path of the file is that holds its text.
    pub file: Vec<String>,
    /// What the name of its file ends in where the code names it without.
    pub ending: String,
    /// Where the values of placeholders are that are filled already.
    pub given: Vec<String>,
    /// What stands before examples.
    pub prefix: Vec<String>,
    /// What stands after them.
    pub suffix: Vec<String>,
    /// The examples.
    pub examples: Vec<String>,
    /// The template of one example.
    pub example: Vec<String>,
    /// Its placeholders.
    pub syntax: Syntax,
}

/// How templates are given to an engine under a name, to be asked for by it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Registered {
    /// Methods that are handed the name and the text.
    pub text: Vec<String>,
    /// Methods that are handed the name and the path of a file.
    pub file: Vec<String>,
    /// What holds a table of texts by name, where an engine is made.
    pub table: Vec<String>,
}

impl Registered {
    fn extend(&mut self, other: &Registered) {
        self.text.extend(other.text.iter().cloned());
        self.file.extend(other.file.iter().cloned());
        self.table.extend(other.table.iter().cloned());
    }
}

/// A function whose result is, for our purpose, its argument.
#[derive(Debug)]
pub struct Transparent {
    /// Where the argument is.
    pub of: Vec<String>,
    /// Whether what it is asked for by name are keywords of its own, no parts of what it passes on.
    pub own_fields: bool,
}

/// A raw HTTP endpoint.
#[derive(Debug)]
pub struct Endpoint {
    /// The SDK file it stands in, by number.
    pub sdk: usize,
    /// Hosts; none: any host, if the rest of the request tells.
    pub hosts: Vec<String>,
    /// Parts of paths, one of which the address must hold; none: any path, and of an endpoint
    /// on any host an address whose start is known only at run time.
    pub paths: Vec<String>,
    /// Whether an address on any host may be written from its path on, as clients with a base
    /// address take it.
    pub relative: bool,
    /// Fields that the body must hold.
    pub needs: Vec<String>,
    /// Where the address names the model: `/models/{model}:`, and what stands behind it.
    pub model_at: Vec<String>,
    /// Who runs the model.
    pub provider: Option<String>,
    /// Where the parts are in the body.
    pub inputs: Inputs,
}

/// The catalogue.
#[derive(Debug, Default)]
pub struct Sdks {
    sdks: Vec<Sdk>,
    types: TypeTable,
    calls: Vec<CallRow>,
    at: HashMap<String, usize>,
    at_wild: TypeTable,
    shapes: Vec<(Vec<String>, usize)>,
    last_names: HashSet<String>,
    /// The last names of calls.
    methods: HashSet<String>,
    /// The telling names of functions that packages give.
    functions: HashSet<String>,
    messages: Vec<MessageRow>,
    message_at: HashMap<String, usize>,
    message_wild: TypeTable,
    templates: Vec<TemplateRow>,
    template_at: HashMap<String, usize>,
    template_wild: TypeTable,
    /// How templates are given to an engine under a name.
    pub registered: Registered,
    transparents: Vec<Transparent>,
    transparent_at: HashMap<String, usize>,
    transparent_wild: TypeTable,
    endpoints: Vec<Endpoint>,
    models: models::ModelTable,
    supplied: Vec<SuppliedRow>,
    reading: Reading,
    forms: Forms,
    own: Vec<own::OwnRow>,
    vocabulary: Vocabulary,
    /// Finds a package or host in a text.
    packages: Search,
    /// Finds a use of a client's method in a text.
    uses: Search,
}

/// A search for any of many names at once; finds nothing until it is built.
#[derive(Debug, Default)]
struct Search(Option<AhoCorasick>);

impl Search {
    fn is_match(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|search| search.is_match(text))
    }
}

/// A call that a row of the catalogue fits.
#[derive(Clone, Copy, Debug)]
pub struct Found<'s> {
    /// The call expression.
    pub call: At,
    /// The SDK.
    pub sdk: &'s Sdk,
    /// The row.
    pub row: &'s CallRow,
    /// Whether only its look says so, the receiver's origin being unknown.
    pub by_shape: bool,
}

impl Sdks {
    /// The SDKs, sorted by file name.
    pub fn iter(&self) -> impl Iterator<Item = &Sdk> {
        self.sdks.iter()
    }

    /// The SDK of a number.
    pub fn sdk(&self, number: usize) -> &Sdk {
        &self.sdks[number]
    }

    /// The short names of access paths, for the index.
    pub fn types(&self) -> TypeTable {
        self.types.clone()
    }

    /// What a file must hold to be worth parsing: one of these.
    pub fn needles(&self) -> Vec<&str> {
        let mut needles: Vec<&str> = self
            .sdks
            .iter()
            .flat_map(|sdk| sdk.needles.iter().map(String::as_str))
            .chain(
                self.endpoints
                    .iter()
                    .flat_map(|endpoint| match endpoint.hosts.is_empty() {
                        true => endpoint.paths.iter(),
                        false => endpoint.hosts.iter(),
                    })
                    .map(String::as_str),
            )
            .collect();
        needles.sort_unstable();
        needles.dedup();
        needles
    }

    /// Which files may hold a call: those that name a package or host, and, where there is such a
    /// file, those that use a method of a client which another file may have made.
    pub fn wanted(&self, program: &Program) -> Vec<bool> {
        let texts = || program.files().iter().map(|file| file.text.as_str());
        let named: Vec<bool> = texts().map(|text| self.packages.is_match(text)).collect();
        if !named.contains(&true) {
            return named;
        }
        let wanted = named.iter().zip(texts());
        wanted
            .map(|(named, text)| *named || self.uses.is_match(text))
            .collect()
    }

    /// What is known of messages and replies.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What is known of schemas.
    pub fn forms(&self) -> &Forms {
        &self.forms
    }

    /// What is known of reading files.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The endpoints of raw HTTP.
    pub fn endpoints(&self) -> &[Endpoint] {
        &self.endpoints
    }

    /// Whether a row fits a call.
    pub fn is_call(&self, program: &Program, call: At) -> bool {
        let known = program.called_name(call).is_none_or(|name| {
            self.last_names.contains(name)
                || self.last_names.contains("*")
                || is_value(program, call)
        });
        let found = known.then(|| {
            let shape = || self.by_shape(program, call);
            self.by_origin(program, call).or_else(shape)
        });
        found
            .flatten()
            .is_some_and(|found| self.fits(program, &found))
    }

    /// All calls of a file that a row fits, in source order.
    pub fn find<'s>(&'s self, program: &Program, file: FileId) -> Vec<Found<'s>> {
        let module = program.module(file);
        let mut found = Vec::new();
        let functions = module.functions.iter();
        let decorators: HashSet<_> = functions.flat_map(|known| &known.decorators).collect();
        for expr in &module.calls {
            let call = At { file, expr: *expr };
            if decorators.contains(expr) {
                found.extend(self.by_decorator(program, call));
                continue;
            }
            let Some(name) = program.called_name(call) else {
                // What is called is itself the result of a call: `factory()(…)`.
                let of_its_own = self.by_origin(program, call);
                found.extend(of_its_own.or_else(|| self.by_argument(program, call)));
                continue;
            };
            let known = self.last_names.contains(name);
            let of_its_own = || {
                let shape = || known.then(|| self.by_shape(program, call)).flatten();
                self.by_origin(program, call).or_else(shape)
            };
            let may_be = known || is_value(program, call) || self.is_imported(program, call);
            let of_its_own = may_be.then(of_its_own).flatten();
            found.extend(of_its_own.or_else(|| self.by_argument(program, call)));
        }
        found.retain(|found| self.fits(program, found) && !self.inside_own(program, found));
        found
    }

    /// Whether a call sends to a language model, where its row says what tells.
    fn fits(&self, program: &Program, found: &Found) -> bool {
        let needs = &found.row.needs;
        if !needs.is_empty() && self.input(program, found.call, needs).is_empty() {
            return false;
        }
        if found.row.needs_object && !self.has_object(program, found) {
            return false;
        }
        let Some(when) = &found.row.when else {
            return true;
        };
        let given = self.input(program, found.call, &when.at).into_iter();
        let values = given.flat_map(|at| program.values(at));
        let texts: Vec<String> = values.filter_map(|at| named(program, at)).collect();
        let holds = |parts: &[String]| {
            let mut all = texts.iter();
            all.any(|text| parts.iter().any(|part| text.contains(&**part)))
        };
        (when.has.is_empty() || holds(&when.has)) && !holds(&when.lacks)
    }

    /// Whether an object that stands for a model is where the row says that one may be.
    fn has_object(&self, program: &Program, found: &Found) -> bool {
        let locations = found.row.objects.iter();
        let given = locations
            .flat_map(|location| self.input(program, found.call, std::slice::from_ref(location)));
        let mut values = given.flat_map(|at| program.values(at));
        values.any(|at| self.model_of(program, at).is_some())
    }

    /// Whether a call of a method of any name may fit a row: one of a value that is imported.
    fn is_imported(&self, program: &Program, call: At) -> bool {
        if !self.last_names.contains("*") {
            return false;
        }
        let module = program.module(call.file);
        let mut at = call.expr;
        while let ExprKind::Call { callee: next, .. } | ExprKind::Member { object: next, .. } =
            &module[at].kind
        {
            at = *next;
        }
        let ExprKind::Name(root) = &module[at].kind else {
            return false;
        };
        module.imports.iter().any(|import| import.local == *root)
    }

    fn by_origin<'s>(&'s self, program: &Program, call: At) -> Option<Found<'s>> {
        let ExprKind::Call { callee, .. } = program.kind(call) else {
            return None;
        };
        let callee = At {
            file: call.file,
            expr: *callee,
        };
        let origins = program.origins(callee);
        let own = self.own_row(program, &origins).map(|row| &self.calls[row]);
        let row = own.or_else(|| self.row_of(&origins)).or_else(|| {
            // A receiver handed in without a type is what the project's calls hand in.
            origins
                .iter()
                .all(|target| matches!(target, Target::Parameter { .. }))
                .then(|| self.row_of(&program.origins_through_callers(callee)))
                .flatten()
                .filter(|row| row.kind == CallKind::Sdk)
        })?;
        Some(Found {
            call,
            sdk: &self.sdks[row.sdk],
            row,
            by_shape: false,
        })
    }

    /// For a decorator, how the function that it decorates is sent, if nothing here calls it: then
    /// its definition is the site.
    fn by_decorator<'s>(&'s self, program: &Program, call: At) -> Option<Found<'s>> {
        let origins: Vec<Target> = program.origins(call);
        let made = origins.iter().filter_map(|target| match target {
            Target::External(path) => {
                Some(Target::External(self.types.canonical(format!("{path}()"))))
            }
            _ => None,
        });
        let made: Vec<Target> = made.collect();
        let row = self.row_of(&made)?;
        let function = program.decorates(call)?;
        let called = !program.callers(function).is_empty() || has_method_called(program, function);
        (!called).then_some(Found {
            call,
            sdk: &self.sdks[row.sdk],
            row,
            by_shape: false,
        })
    }

    fn row_of(&self, origins: &[Target]) -> Option<&CallRow> {
        origins.iter().find_map(|target| {
            let Target::External(path) = target else {
                return None;
            };
            let path = format!("{path}()");
            let row = lookup(&self.at, &self.at_wild, &path)?;
            // A method of any name is none that makes another client.
            let makes = !self.at.contains_key(&path) && self.types.canonical(path.clone()) != path;
            (!makes).then(|| &self.calls[row])
        })
    }

    fn by_shape<'s>(&'s self, program: &Program, call: At) -> Option<Found<'s>> {
        let members = members(program, call);
        if members.is_empty() {
            return self.by_name(program, call);
        }
        let fits = |shape: &[String]| {
            members.len() >= shape.len()
                && shape.iter().rev().zip(&members).all(|(a, (b, _))| a == b)
        };
        let shapes = self.shapes.iter().filter(|(shape, _)| fits(shape));
        let mut found = shapes.filter_map(|(shape, row)| {
            // The receiver before the shape must be of unknown origin.
            let (_, receiver) = members.get(shape.len().checked_sub(1)?)?;
            self.of_shape(program, call, shape.len(), *receiver, *row)
        });
        found.find(|found| self.fits(program, found))
    }

    /// A function of unknown origin that has the name of a shape: `fetchImpl(…)`.
    fn by_name<'s>(&'s self, program: &Program, call: At) -> Option<Found<'s>> {
        let name = program.called_name(call)?;
        let named =
            |(shape, _): &&(Vec<String>, usize)| matches!(&shape[..], [only] if only == name);
        let (_, row) = self.shapes.iter().find(named)?;
        let ExprKind::Call { callee, .. } = program.kind(call) else {
            return None;
        };
        let found = self.of_shape(program, call, 1, call.with(*callee), *row)?;
        self.fits(program, &found).then_some(found)
    }

    fn of_shape<'s>(
        &'s self,
        program: &Program,
        call: At,
        length: usize,
        receiver: At,
        row: usize,
    ) -> Option<Found<'s>> {
        let origins = program.origins(receiver);
        // A long shape (`chat.completions.create`) is enough for clients that the catalogue lacks.
        let is_http = self.calls[row].kind == CallKind::Http;
        let unknown = origins.iter().all(|target| match target {
            Target::Parameter { .. } | Target::Declared { .. } => true,
            // `type Fetch = (url: string, …) => …` says no more than how it is called.
            Target::Instance(class) => {
                is_http && program.module(class.file)[class.class].kind == ClassKind::Alias
            }
            Target::External(path) => {
                length > 2 && !program.is_known(path) || !path.contains('.') && path.ends_with("()")
            }
            _ => false,
        });
        let row = &self.calls[row];
        unknown.then_some(Found {
            call,
            sdk: &self.sdks[row.sdk],
            row,
            // Of raw HTTP the address tells more than the client.
            by_shape: row.kind == CallKind::Sdk,
        })
    }

    /// What decorators supply as members of a name.
    pub fn supplied<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s SuppliedRow> {
        self.supplied.iter().filter(move |row| row.name == name)
    }

    /// The message that a call constructs.
    pub fn message_of(&self, program: &Program, call: At) -> Option<&MessageRow> {
        self.constructed(program, call, &self.message_at, &self.message_wild)
            .map(|row| &self.messages[row])
    }

    /// The template that a call constructs.
    pub fn template_of(&self, program: &Program, call: At) -> Option<&TemplateRow> {
        self.constructed(program, call, &self.template_at, &self.template_wild)
            .map(|row| &self.templates[row])
    }

    /// The function that a call's result stands for its argument of.
    pub fn transparent(&self, program: &Program, call: At) -> Option<&Transparent> {
        self.constructed(program, call, &self.transparent_at, &self.transparent_wild)
            .map(|row| &self.transparents[row])
    }

    fn constructed(
        &self,
        program: &Program,
        call: At,
        exact: &HashMap<String, usize>,
        wild: &TypeTable,
    ) -> Option<usize> {
        let ExprKind::Call { callee, .. } = program.kind(call) else {
            return None;
        };
        program
            .origins(At {
                file: call.file,
                expr: *callee,
            })
            .into_iter()
            .find_map(|target| match target {
                Target::External(path) => lookup(exact, wild, &format!("{path}()")),
                _ => None,
            })
    }
}

/// What a text says, the member of an enum from outside (`ModelType.TEXT_SMALL`), or the first
/// argument of what it makes (`googleAI.model("…")`), in lower case.
fn named(program: &Program, at: At) -> Option<String> {
    match program.kind(at) {
        ExprKind::Text(text) => Some(text.value.to_lowercase()),
        ExprKind::Member { name, .. } => Some(name.to_lowercase()),
        ExprKind::Call { args, .. } => match program.kind(at.with(args.first()?.value)) {
            ExprKind::Text(text) => Some(text.value.to_lowercase()),
            _ => None,
        },
        _ => None,
    }
}

/// The members that what is called goes through, the last first, each with the object that it is
/// taken from; of names that stand for a member (`const { AI } = env`) also those.
fn members(program: &Program, call: At) -> Vec<(&str, At)> {
    let ExprKind::Call { callee, .. } = program.kind(call) else {
        return Vec::new();
    };
    let mut members = Vec::new();
    let mut at = call.with(*callee);
    while members.len() < MOST_MEMBERS {
        match program.kind(at) {
            ExprKind::Member { object, name } => {
                at = at.with(*object);
                members.push((&**name, at));
            }
            ExprKind::Name(_) => match program.resolve(at).as_slice() {
                [
                    Target::Value {
                        at: value,
                        extend: None,
                        ..
                    },
                ] if matches!(program.kind(*value), ExprKind::Member { .. }) => at = *value,
                _ => break,
            },
            _ => break,
        }
    }
    members
}

/// Whether a method of what a decorator makes of a function is called beside it: `ask.stream(…)`.
fn has_method_called(program: &Program, function: FnRef) -> bool {
    let module = program.module(function.file);
    module.calls.iter().any(|expr| {
        let call = At {
            file: function.file,
            expr: *expr,
        };
        let is_method = match &module[*expr].kind {
            ExprKind::Call { callee, .. } => matches!(
                &module[*callee].kind,
                ExprKind::Member { object, .. }
                    if matches!(&module[*object].kind, ExprKind::Name(name)
                        if *name == module[function.function].name)
            ),
            _ => false,
        };
        is_method && program.decorated(call) == Some(function)
    })
}

/// Whether what is called is a value under whatever name it was given, as a chain, a prompt that
/// was defined or an imported function is, and no function that the project defines.
fn is_value(program: &Program, call: At) -> bool {
    let ExprKind::Call { callee, .. } = program.kind(call) else {
        return false;
    };
    let callee = call.with(*callee);
    let is_name = match program.kind(callee) {
        ExprKind::Name(_) => true,
        ExprKind::Member { object, .. } => match program.kind(callee.with(*object)) {
            ExprKind::SelfRef | ExprKind::Name(_) => false,
            _ => return false,
        },
        _ => return false,
    };
    program.resolve(callee).iter().any(|target| match target {
        Target::Value { at, .. } => matches!(
            program.kind(*at),
            ExprKind::Call { .. }
                | ExprKind::Binary { .. }
                | ExprKind::Name(_)
                | ExprKind::Member { .. }
                | ExprKind::Choice(_)
        ),
        // What is imported under another name than it has at home.
        Target::External(path) => is_name && path.contains('.'),
        Target::Function(of) => {
            let decorators = &program.module(of.file)[of.function].decorators;
            !decorators.is_empty()
        }
        _ => false,
    })
}

fn insert(exact: &mut HashMap<String, usize>, wild: &mut TypeTable, path: &str, index: usize) {
    if path.contains('*') {
        wild.add(path, &format!("={index}"));
    } else {
        exact.insert(path.to_string(), index);
    }
}

fn lookup(exact: &HashMap<String, usize>, wild: &TypeTable, path: &str) -> Option<usize> {
    if let Some(row) = exact.get(path) {
        return Some(*row);
    }
    wild.canonical(path.to_string())
        .strip_prefix('=')?
        .parse()
        .ok()
}
