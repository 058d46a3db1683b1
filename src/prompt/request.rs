//! From a call that was found to all that is known of it.

mod assemble;
mod media;
mod model;
mod named;
mod objects;
mod own_model;
mod placeholders;

use assemble::assemble;

use super::env::Env;
use super::eval::{Eval, Kind, Value};
use super::flat::{Flat, Open, Origin, Piece};
use super::messages::{Draft, Drafts, product, texts, whole};
use super::raw::Raw;
use super::{Request, Role, Schema};
use crate::index::{At, Program};
use crate::ir::ExprKind;
use crate::sdk::{CallKind, CallRow, Endpoint, Found, Inputs, Sdks, Syntax};
use crate::source::Span;
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashSet};

/// Starts the location of functions that a decorator of the receiver registers.
const REGISTERED: char = '@';

/// A request, and what its callers may add to it.
pub(super) struct Read {
    pub request: Request,
    /// The parameters that whole messages are.
    pub whole: Vec<Origin>,
    /// Those of them that are instructions, or any number of messages.
    pub instructions: Vec<Origin>,
    /// The parameters that stand in messages on lines of their own.
    pub lines: Vec<Origin>,
    /// The parameters that stand anywhere in messages.
    pub inside: Vec<Origin>,
    /// Whether a form of the reply tells the task.
    pub has_form: bool,
}

/// What comes of reading a call.
pub(super) enum Reading {
    /// A request to a model.
    Sent(Box<Read>),
    /// No request for text: it asks for something else, or is raw HTTP to no endpoint that is known,
    /// unless callers make it one through these parameters.
    Elsewhere(Vec<Origin>),
}

/// Where the inputs of a request are.
enum Source<'p> {
    /// In a call's arguments and its receiver's chain.
    Call(At),
    /// In the body that is sent to an endpoint.
    Body(Raw, &'p Endpoint),
}

struct Reader<'p> {
    eval: Eval<'p>,
    env: &'p Env,
    inputs: &'p Inputs,
    row: &'p CallRow,
    found: &'p Found<'p>,
    source: Source<'p>,
}

/// All that is known of a call, as its own site or as the one of a caller (`site`), which then is
/// in `env`.
pub(super) fn read(program: &Program, sdks: &Sdks, found: &Found, site: At, env: &Env) -> Reading {
    let eval = Eval::new(program, sdks);
    let (mut sdk, mut provider) = (found.sdk, found.sdk.provider.clone());
    let (inputs, source) = match found.row.kind {
        CallKind::Sdk => (&found.row.inputs, Source::Call(found.call)),
        CallKind::Http => {
            let raw = Raw::of(&eval, found, env);
            let Some(endpoint) = raw.endpoint(&eval) else {
                return Reading::Elsewhere(raw.open_to_callers());
            };
            sdk = sdks.sdk(endpoint.sdk);
            provider = endpoint.provider.clone();
            (&endpoint.inputs, Source::Body(raw, endpoint))
        }
    };
    let reader = Reader {
        eval,
        env,
        inputs,
        row: found.row,
        found,
        source,
    };
    let named = reader.model();
    if reader.asks_for_media(named.as_ref()) {
        return Reading::Elsewhere(Vec::new());
    }
    reader.eval.refuel();
    let (schema, schema_span) = reader.schema().unzip();
    let variants = reader.with_taken(found.call, reader.variants(found.call));
    let variants = reader.filled(found.call, variants);
    let origins = |part: fn(&Draft) -> Vec<&Open>| {
        let opens = variants.iter().flatten().flat_map(part);
        let mut found: Vec<Origin> = Vec::new();
        for origin in opens.filter_map(|open| open.origin) {
            if !found.contains(&origin) {
                found.push(origin);
            }
        }
        found
    };
    let whole = origins(|draft| whole(draft).into_iter().collect());
    let instructions = origins(|draft| instruction(draft).into_iter().collect());
    let lines = origins(|draft| draft.text.opens_on_lines());
    let inside = origins(|draft| draft.text.opens().collect());
    let has_form = schema.as_ref().is_some_and(tells);
    let prompt = assemble(&variants, has_form, reader.eval.is_spent());
    // What a long prompt has used up is not missing for the rest.
    reader.eval.refuel();
    let (model, assumed) = named.unzip();
    let module = program.module(site.file);
    Reading::Sent(Box::new(Read {
        whole,
        instructions,
        lines,
        inside,
        has_form,
        request: Request {
            span: module[site.expr].span,
            sdk: sdk.id.clone(),
            provider: provider.or_else(|| named_provider(model.as_deref())),
            model,
            model_assumed: assumed.flatten(),
            via: None,
            function: module.qualified_name(module[site.expr].scope),
            prompt,
            parameters: reader.parameters(),
            schema,
            schema_span: schema_span.flatten(),
            tools: reader.has_tools(),
            uses: reader.eval.uses(site),
            by_shape: found.by_shape,
        },
    }))
}

/// The part that whole instructions, or any number of messages, consist of.
fn instruction(draft: &Draft) -> Option<&Open> {
    let instructs = draft.role == Role::System || draft.several;
    whole(draft).filter(|_| instructs)
}

/// Whether a system text is nothing but text of the messages, from which code takes it for an SDK
/// that keeps the two apart.
fn is_taken_from(system: &Drafts, rest: &[Drafts]) -> bool {
    let places = |draft: &Draft| -> Vec<Span> {
        let pieces = draft.text.pieces.iter();
        let place = |piece: &Piece| match piece {
            Piece::Text(_, span) => *span,
            Piece::Open(_) | Piece::Role(_) => None,
        };
        pieces.filter_map(place).collect()
    };
    let known: HashSet<Span> = rest.iter().flatten().flat_map(places).collect();
    let mut taken = system.iter().flat_map(places).peekable();
    taken.peek().is_some() && taken.all(|place| known.contains(&place))
}

/// Whether a form says something about what is wanted.
fn tells(schema: &Schema) -> bool {
    match schema {
        Schema::Object(fields) => !fields.is_empty(),
        Schema::Enum(values) => !values.is_empty(),
        Schema::Array(inner) => tells(inner),
        _ => false,
    }
}

/// The prefix of a model's id that names who runs it (`groq/llama…`).
fn named_provider(model: Option<&str>) -> Option<String> {
    model?.split_once('/').map(|(head, _)| head.to_string())
}

impl Reader<'_> {
    fn get(&self, locations: &[String]) -> Vec<Value> {
        match &self.source {
            Source::Call(call) => self.eval.input(*call, self.env, locations),
            Source::Body(raw, _) => self.in_body(raw, locations),
        }
    }

    /// The first of these parts that a body has.
    fn in_body(&self, raw: &Raw, locations: &[String]) -> Vec<Value> {
        let at = |location: &String| {
            let segments = location.split('.');
            segments.fold(raw.body.clone(), |values, segment| {
                self.eval.fields(&values, segment)
            })
        };
        let mut found = locations.iter().map(at);
        found.find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// The alternatives of the messages, the system's text first.
    fn variants(&self, call: At) -> Vec<Drafts> {
        let mut found: Vec<Drafts> = vec![Vec::new()];
        let system = self.get(&self.inputs.system);
        let mut system = self.eval.messages_of_all(&system, Role::System);
        for draft in system.iter_mut().flatten() {
            draft.role = Role::System;
        }
        system.retain(|drafts| drafts.iter().any(|draft| !draft.text.is_blank()));
        for made in self.instructions_made(call) {
            let before = if system.is_empty() {
                vec![Vec::new()]
            } else {
                system
            };
            system = product(before, &texts(Role::System, made));
        }
        let rest = self.rest(call, system.iter().any(super::carried::says));
        // A system text that code sorts out of the messages at run time stands among them.
        let instructs = |draft: &Draft| draft.role == Role::System && draft.text.has_words();
        system.retain(|drafts| !is_taken_from(drafts, &rest));
        if rest.iter().flatten().any(instructs) {
            system.retain(|drafts| drafts.iter().any(|draft| whole(draft).is_none()));
        }
        if !system.is_empty() {
            found = product(found, &system);
        }
        if !rest.is_empty() {
            found = product(found, &rest);
        }
        if found.iter().all(Vec::is_empty) {
            found.extend(self.handed_in());
            found.retain(|drafts| !drafts.is_empty());
        }
        found
    }

    /// What functions make of instructions that are registered with the receiver by a decorator.
    fn instructions_made(&self, call: At) -> Vec<Vec<Flat>> {
        let names: Vec<&str> = self
            .inputs
            .system
            .iter()
            .filter_map(|location| location.strip_prefix(REGISTERED))
            .collect();
        match names[..] {
            [] => Vec::new(),
            _ => self.eval.registered(call, &names, self.env),
        }
    }

    /// The messages but for the system's, which tells the task already where it is `instructed`.
    fn rest(&self, call: At, instructed: bool) -> Vec<Drafts> {
        let messages = self.get(&self.inputs.messages);
        if !messages.is_empty() {
            let mut found = self.eval.messages_of_all(&messages, Role::User);
            if !instructed {
                found = self.eval.or_carried(&messages, found, Role::User);
            }
            for drafts in &mut found {
                // A list that is handed in whole may hold any number of messages.
                if let [draft] = &mut drafts[..]
                    && let Some(open) = whole(draft)
                {
                    draft.several |= messages.iter().any(|value| self.stands_for(value, open));
                }
            }
            return found;
        }
        let prompt = &self.inputs.prompt;
        if prompt.iter().any(|location| location == "pipe") {
            if let Source::Call(call) = self.source
                && let Some(found) = self.eval.chained(call, self.env)
            {
                return found;
            }
            // A chain whose prompt stands in an earlier call (`LLMChain(prompt=…)`).
            let mut chain = vec![call];
            crate::sdk::receivers(self.eval.program, call, 0, &mut chain);
            let is_template = |at: &&At| {
                let (program, sdks) = (self.eval.program, self.eval.sdks);
                sdks.template_of(program, **at).is_some()
            };
            if let Some(template) = chain.iter().find(is_template) {
                let template = Value::expr(*template, self.env);
                return self.eval.messages(&template, Role::User);
            }
        }
        let prompt = self.get(prompt);
        let found = self.eval.messages_of_all(&prompt, Role::User);
        match instructed {
            true => found,
            false => self.eval.or_carried(&prompt, found, Role::User),
        }
    }

    /// Whether a value is nothing but this part, which is known only at run time.
    fn stands_for(&self, value: &Value, open: &Open) -> bool {
        let values = self.eval.reduced(value);
        values.iter().any(|value| match self.eval.expr_of(value) {
            None => true,
            Some((at, ..)) => self.eval.span(at) == open.hole.span,
        })
    }

    /// The options of the request where they are handed in whole: a parameter, `**kwargs`.
    fn handed_in(&self) -> Option<Drafts> {
        let given = match &self.source {
            Source::Call(call) => match self.eval.kind(*call) {
                ExprKind::Call { args, .. } => args
                    .iter()
                    .filter(|arg| arg.name.is_none())
                    .flat_map(|arg| {
                        let at = self.eval.beside(*call, arg.value);
                        self.eval.values(at, self.env)
                    })
                    .collect(),
                _ => Vec::new(),
            },
            Source::Body(raw, _) => raw.body.clone(),
        };
        let spread: Vec<Value> = given
            .iter()
            .flat_map(|value| self.eval.spreads(value))
            .collect();
        given
            .into_iter()
            .chain(spread)
            .find_map(|value| match value.kind {
                Kind::Open(open) if open.origin.is_some() => Some(vec![Draft {
                    role: Role::User,
                    text: Flat::open(open),
                    several: true,
                }]),
                _ => None,
            })
    }

    /// The form of the reply, and where it is handed over.
    fn schema(&self) -> Option<(Schema, Option<Span>)> {
        let found = self.get(&self.inputs.schema);
        found.iter().find_map(|value| {
            let schema = self.eval.schema(value)?;
            let span = self
                .eval
                .expr_of(value)
                .map(|(at, ..)| self.eval.program.expr(at).span);
            Some((schema, span))
        })
    }

    fn parameters(&self) -> BTreeMap<String, Json> {
        let mut found = BTreeMap::new();
        for (name, locations) in &self.inputs.parameters {
            let values = self.get(locations);
            let json = values
                .iter()
                .flat_map(|value| self.eval.reduced(value))
                .find_map(|value| self.json(&value, 0));
            if let Some(json) = json.filter(|json| !json.is_null()) {
                found.insert(name.clone(), json);
            }
        }
        found
    }

    fn json(&self, value: &Value, depth: usize) -> Option<Json> {
        let (at, env, kind) = self.eval.expr_of(value)?;
        match kind {
            ExprKind::Number(_)
            | ExprKind::Unary { not: false, .. }
            | ExprKind::Binary { .. }
            | ExprKind::Call { .. } => self.eval.number_of(value).and_then(json_number),
            ExprKind::Bool(known) => Some(Json::from(*known)),
            ExprKind::Concat(items) if self.eval.has_number(at, items, env) => {
                self.eval.number_of(value).and_then(json_number)
            }
            ExprKind::List(_) if depth < 4 => {
                let elements = self.eval.elements(value)?;
                let inner = elements.iter().filter_map(|element| {
                    let values = self.eval.reduced(element);
                    values.iter().find_map(|value| self.json(value, depth + 1))
                });
                Some(Json::from(inner.collect::<Vec<_>>()))
            }
            ExprKind::Text(_) | ExprKind::Template(_) | ExprKind::Concat(_) => {
                self.eval.constant(value).map(Json::from)
            }
            _ => None,
        }
    }

    /// Tools that are offered; an empty list or nothing is none.
    fn has_tools(&self) -> bool {
        let found = self.get(&self.inputs.tools);
        let values = found.iter().flat_map(|value| self.eval.reduced(value));
        let mut offers = values.map(|value| match self.eval.expr_of(&value) {
            Some((_, _, ExprKind::Null)) => false,
            Some((_, _, ExprKind::List(items))) => !items.is_empty() || !value.added.is_empty(),
            Some((_, _, ExprKind::Map { entries, .. })) => !entries.is_empty(),
            Some(_) => true,
            None => true,
        });
        offers.any(|offers| offers)
    }
}

fn json_number(number: f64) -> Option<Json> {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return Some(Json::from(number as i64));
    }
    serde_json::Number::from_f64(number).map(Json::Number)
}
