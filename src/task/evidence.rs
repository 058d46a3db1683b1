//! What the reading is weighed by: counts of frames, objects and manners, the contract, the
//! parameters, the types of the holes, the form of the reply and how it is used.

use super::frame::{Frame, FrameKind, Origin, Zone, kind_of};
use super::lexicon::{ActionClass, Form, Lexicon, Manner, Notion, ObjectClass};
use super::segment::{Clause, ClauseKind, TermKind};
use super::token::tokens;
use crate::prompt::{Message, Request, Role, Schema, Use};

/// The names of all features, in the order of [`Features::values`].
pub const FEATURES: &[&str] = &[
    // Work, by what it needs.
    "work-code",
    "work-small",
    "work-model",
    "work-mixed",
    "work-vague",
    "work-reply",
    "first-code",
    "first-small",
    "first-model",
    "first-mixed",
    "first-vague",
    "all-code",
    "any-open",
    // Actions of the frames that code does.
    "act-take",
    "act-convert",
    "act-check",
    "act-compute",
    "act-arrange",
    "act-transform",
    "act-parse",
    "act-choose",
    "act-fill",
    "act-echo",
    "act-reply",
    // Objects wherever the instructions name them.
    "obj-surface",
    "obj-format",
    "obj-closed",
    "obj-number",
    "obj-date",
    "obj-string",
    "obj-small",
    "obj-open",
    "obj-prose",
    "obj-structured",
    // Objects wanted.
    "want-surface",
    "want-format",
    "want-closed",
    "want-number",
    "want-date",
    "want-string",
    "want-small",
    "want-open",
    // Open actions outside of verb places.
    "open-words",
    // Manners.
    "mod-open",
    "mod-exact",
    "mod-style",
    "mod-length",
    "mod-audience",
    "mod-world",
    "mod-expert",
    // Contract.
    "says-only",
    "says-no-explanation",
    "says-yes-no",
    "says-one-word",
    "says-json",
    "says-list",
    "says-number",
    "says-fallback",
    "says-as-is",
    // Kinds of clause.
    "clause-question",
    "clause-label",
    "clause-mapping",
    "clause-example",
    "clause-constraint",
    "clause-condition",
    "clause-persona",
    "clause-statement",
    // Signs in the text.
    "masks",
    "comparisons",
    "quoted",
    "digits",
    "arrows",
    "asks-many",
    // Words that nothing explains.
    "unknown-share",
    "length-log",
    // Holes.
    "no-hole",
    "holes",
    "hole-typed",
    "hole-prose",
    "hole-exact",
    "hole-structured",
    "hole-open",
    // The call.
    "cold",
    "warm",
    "cap-small",
    "cap-large",
    "schema",
    "schema-closed",
    "field-exact",
    "field-open",
    "field-text",
    "field-unknown",
    "field-input",
    "use-number",
    "use-equals",
    "use-json",
    "name-code",
    "name-open",
];

/// The features of one reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Features {
    /// One value a feature, in the order of [`FEATURES`].
    pub values: Vec<f32>,
}

impl Default for Features {
    fn default() -> Features {
        Features {
            values: vec![0.0; FEATURES.len()],
        }
    }
}

impl Features {
    /// The value of a feature.
    pub fn of(&self, feature: Feature) -> f32 {
        self.values[feature.0]
    }

    /// The value of the feature of that name.
    pub fn get(&self, name: &str) -> f32 {
        index(name).map_or(0.0, |at| self.values[at])
    }

    fn add(&mut self, name: &str, value: f32) {
        debug_assert!(index(name).is_some(), "feature {name} is not in the list");
        if let Some(at) = index(name) {
            self.values[at] += value;
        }
    }

    /// Counts weigh less and less: the tenth date says little more than the third.
    fn damp(&mut self) {
        for value in &mut self.values {
            if *value > 0.0 {
                *value = value.ln_1p();
            }
        }
    }
}

fn index(name: &str) -> Option<usize> {
    FEATURES.iter().position(|known| *known == name)
}

/// One of [`FEATURES`], by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Feature(usize);

impl Feature {
    /// The prompt takes no input.
    pub const NO_HOLE: Feature = Feature::known("no-hole");

    /// The feature of that name.
    pub fn named(name: &str) -> Option<Feature> {
        index(name).map(Feature)
    }

    /// A name that this program knows by heart; one that is not in the list does not compile.
    const fn known(name: &str) -> Feature {
        let mut at = 0;
        while !same(FEATURES[at], name) {
            at += 1;
        }
        Feature(at)
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// Frames that names give: the function around the call, the fields of the reply.
pub fn name_frames(request: &Request, messages: &[Message], lexicon: &Lexicon) -> Vec<Frame> {
    let mut found = Vec::new();
    if let Some(function) = &request.function {
        let name = function.rsplit('.').next().unwrap_or(function);
        found.extend(named_frame(name, Origin::Name, lexicon));
    }
    for field in fields(request, messages) {
        found.extend(named_frame(&field, Origin::Field, lexicon));
    }
    found
}

/// The names of the fields that the reply is to have: of the schema, or quoted as keys in the text.
fn fields(request: &Request, messages: &[Message]) -> Vec<String> {
    let mut names = Vec::new();
    if let Some(schema) = &request.schema {
        schema_fields(schema, &mut names);
    }
    for message in messages
        .iter()
        .filter(|message| message.role != Role::Assistant)
    {
        keys(&message.text, &mut names);
    }
    names.truncate(60);
    names
}

fn schema_fields(schema: &Schema, names: &mut Vec<String>) {
    match schema {
        Schema::Object(fields) => {
            for field in fields {
                names.push(field.name.clone());
                if let Some((description, _)) = &field.description {
                    names.push(description.clone());
                }
                schema_fields(&field.schema, names);
            }
        }
        Schema::Array(inner) => schema_fields(inner, names),
        _ => {}
    }
}

/// `"key":` and `'key':` in a text.
fn keys(text: &str, names: &mut Vec<String>) {
    let bytes = text.as_bytes();
    for colon in memchr::memchr_iter(b':', bytes) {
        let before = text[..colon].trim_end();
        let Some(quote) = before
            .chars()
            .last()
            .filter(|c| matches!(c, '"' | '\'' | '”'))
        else {
            continue;
        };
        let inner = &before[..before.len() - quote.len_utf8()];
        let start = inner
            .char_indices()
            .rev()
            .take(40)
            .find(|(_, c)| matches!(c, '"' | '\'' | '“'));
        if let Some((at, c)) = start {
            let key = &inner[at + c.len_utf8()..];
            if !key.is_empty() && !names.iter().any(|known| known == key) {
                names.push(key.to_string());
            }
        }
    }
}

/// The words of a name in snake, kebab or camel case.
pub(super) fn split_name(name: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            words.push(' ');
        }
        words.push(if matches!(c, '_' | '-' | '.') { ' ' } else { c });
        before = c;
    }
    words
}

/// The words of a name, in lower case.
pub fn name_words(name: &str) -> impl Iterator<Item = String> {
    let words = split_name(name).to_lowercase();
    let words: Vec<String> = words.split_whitespace().map(str::to_string).collect();
    words.into_iter()
}

fn named_frame(name: &str, origin: Origin, lexicon: &Lexicon) -> Option<Frame> {
    let words: Vec<_> = tokens(&split_name(name)).collect();
    let english = &lexicon.languages[0];
    let mut frame = Frame {
        origin,
        message: 0,
        range: 0..0,
        action: None,
        class: ActionClass::Take,
        objects: Vec::new(),
        manners: Vec::new(),
        unknown: Vec::new(),
        operand: true,
        kind: FrameKind::Vague,
    };
    let mut at = 0;
    while at < words.len() {
        let (length, notions) = english.longest(&words[at..]).unwrap_or((1, &[]));
        let zone = if words[at].lower.as_ref() == "to" {
            Zone::To
        } else {
            Zone::Target
        };
        for notion in notions {
            match notion {
                Notion::Action(action)
                    if at == 0 && origin == Origin::Name && frame.action.is_none() =>
                {
                    frame.action = Some(*action);
                    frame.class = lexicon.notions.actions[*action as usize].1;
                }
                Notion::Object(object) => frame.objects.push((*object, zone)),
                Notion::Modifier(manner) => frame.manners.push(*manner),
                _ => {}
            }
        }
        at += length;
    }
    // A field whose name says nothing is still something to be worked out.
    if frame.action.is_none() && frame.objects.is_empty() && origin != Origin::Field {
        return None;
    }
    frame.kind = kind_of(&frame, &lexicon.notions);
    Some(frame)
}

/// All features of one reading.
pub fn features(
    request: &Request,
    messages: &[Message],
    clauses: &[Clause],
    frames: &[Frame],
    lexicon: &Lexicon,
    variant: usize,
) -> Features {
    let mut features = Features::default();
    work(frames, lexicon, &mut features);
    words(clauses, lexicon, &mut features);
    signs(messages, clauses, &mut features);
    names(frames, &mut features);
    call(request, &mut features);
    holes(request, messages, lexicon, &mut features);
    debug_assert!(
        variant <= request.prompt.variants.len(),
        "the variant is one of the prompt's"
    );
    features.damp();
    features
}

fn work(frames: &[Frame], lexicon: &Lexicon, features: &mut Features) {
    let mut first = true;
    let (mut code, mut open) = (0, 0);
    for frame in frames
        .iter()
        .filter(|frame| matches!(frame.origin, Origin::Clause(_)))
    {
        let name = match frame.kind {
            FrameKind::Deterministic => "code",
            FrameKind::Small => "small",
            FrameKind::Open => "model",
            FrameKind::Mixed => "mixed",
            FrameKind::Vague => "vague",
            FrameKind::Reply => "reply",
        };
        features.add(&format!("work-{name}"), 1.0);
        if first && frame.kind != FrameKind::Reply {
            features.add(&format!("first-{name}"), 1.0);
            first = false;
        }
        match frame.kind {
            FrameKind::Deterministic => {
                code += 1;
                features.add(action_feature(frame.class), 1.0);
            }
            FrameKind::Open | FrameKind::Mixed => open += 1,
            _ => {}
        }
        for (object, zone) in &frame.objects {
            if *zone != Zone::From
                && let Some(name) = wanted_feature(lexicon.notions.objects[*object as usize].1)
            {
                features.add(name, 1.0);
            }
        }
    }
    features.add("all-code", f32::from(u8::from(code > 0 && open == 0)));
    features.add("any-open", f32::from(u8::from(open > 0)));
}

fn action_feature(class: ActionClass) -> &'static str {
    match class {
        ActionClass::Take => "act-take",
        ActionClass::Convert => "act-convert",
        ActionClass::Check => "act-check",
        ActionClass::Compute => "act-compute",
        ActionClass::Arrange => "act-arrange",
        ActionClass::Transform => "act-transform",
        ActionClass::Parse => "act-parse",
        ActionClass::Choose => "act-choose",
        ActionClass::Fill => "act-fill",
        ActionClass::Echo => "act-echo",
        ActionClass::Reply | ActionClass::Open => "act-reply",
    }
}

fn wanted_feature(class: ObjectClass) -> Option<&'static str> {
    Some(match class {
        ObjectClass::Surface => "want-surface",
        ObjectClass::Format => "want-format",
        ObjectClass::Closed => "want-closed",
        ObjectClass::Number => "want-number",
        ObjectClass::Date => "want-date",
        ObjectClass::Text => "want-string",
        ObjectClass::Small => "want-small",
        ObjectClass::Open => "want-open",
        _ => return None,
    })
}

fn object_feature(class: ObjectClass) -> Option<&'static str> {
    Some(match class {
        ObjectClass::Surface => "obj-surface",
        ObjectClass::Format => "obj-format",
        ObjectClass::Closed => "obj-closed",
        ObjectClass::Number => "obj-number",
        ObjectClass::Date => "obj-date",
        ObjectClass::Text => "obj-string",
        ObjectClass::Small => "obj-small",
        ObjectClass::Open => "obj-open",
        ObjectClass::Prose => "obj-prose",
        ObjectClass::Structured => "obj-structured",
        ObjectClass::Input => return None,
    })
}

fn words(clauses: &[Clause], lexicon: &Lexicon, features: &mut Features) {
    let (mut unknown, mut content) = (0.0, 0.0);
    let mut length = 0;
    for clause in clauses {
        if let Some(name) = clause_feature(clause.kind) {
            features.add(name, 1.0);
        }
        if matches!(clause.kind, ClauseKind::Data | ClauseKind::Example) {
            continue;
        }
        length += clause.terms.len();
        // A mapping's words are its table's, not the task's.
        let share = if clause.kind == ClauseKind::Mapping {
            0.3
        } else {
            1.0
        };
        for term in &clause.terms {
            if term.kind != TermKind::Word || term.is_plumbing() {
                continue;
            }
            content += 1.0;
            if term.is_unknown() {
                unknown += 1.0;
            }
            for notion in term.notions {
                match notion {
                    Notion::Object(object) => {
                        if let Some(name) =
                            object_feature(lexicon.notions.objects[*object as usize].1)
                        {
                            features.add(name, share);
                        }
                    }
                    Notion::Action(action)
                        if lexicon.notions.actions[*action as usize].1 == ActionClass::Open =>
                    {
                        features.add("open-words", share);
                    }
                    // 'A helpful assistant' says nothing of the work.
                    Notion::Modifier(manner)
                        if clause.kind != ClauseKind::Persona || *manner == Manner::Expert =>
                    {
                        features.add(manner_feature(*manner), share);
                    }
                    Notion::Contract(form) => features.add(form_feature(*form), 1.0),
                    _ => {}
                }
            }
        }
    }
    features.add(
        "unknown-share",
        if content > 0.0 {
            3.0 * unknown / content
        } else {
            0.0
        },
    );
    features.add("length-log", (length as f32 / 20.0).ln_1p());
}

fn clause_feature(kind: ClauseKind) -> Option<&'static str> {
    Some(match kind {
        ClauseKind::Question => "clause-question",
        ClauseKind::Label => "clause-label",
        ClauseKind::Mapping => "clause-mapping",
        ClauseKind::Example => "clause-example",
        ClauseKind::Constraint => "clause-constraint",
        ClauseKind::Condition => "clause-condition",
        ClauseKind::Persona => "clause-persona",
        ClauseKind::Statement => "clause-statement",
        _ => return None,
    })
}

fn manner_feature(manner: Manner) -> &'static str {
    match manner {
        Manner::Open => "mod-open",
        Manner::Exact => "mod-exact",
        Manner::Style => "mod-style",
        Manner::Length => "mod-length",
        Manner::Audience => "mod-audience",
        Manner::World => "mod-world",
        Manner::Expert => "mod-expert",
    }
}

fn form_feature(form: Form) -> &'static str {
    match form {
        Form::Only | Form::NothingElse => "says-only",
        Form::NoExplanation => "says-no-explanation",
        Form::YesNo => "says-yes-no",
        Form::OneWord => "says-one-word",
        Form::Json => "says-json",
        Form::List => "says-list",
        Form::Number => "says-number",
        Form::Fallback => "says-fallback",
        Form::AsIs => "says-as-is",
    }
}

/// Signs that say the work follows a rule: masks, comparisons, quoted values; and one that says the
/// opposite, a number of things to be thought up ('15 names for').
fn signs(messages: &[Message], clauses: &[Clause], features: &mut Features) {
    for clause in clauses {
        if matches!(clause.kind, ClauseKind::Data | ClauseKind::Example) {
            continue;
        }
        let text = &messages[clause.message].text[clause.range.clone()];
        features.add("masks", masks(text) as f32);
        features.add(
            "comparisons",
            text.matches(['<', '>', '≤', '≥', '×', '÷', '=', '+'])
                .count() as f32,
        );
        features.add(
            "arrows",
            text.matches(['→', '⇒']).count() as f32 + text.matches("->").count() as f32,
        );
        for term in &clause.terms {
            match term.kind {
                TermKind::Quoted => features.add("quoted", 1.0),
                TermKind::Number => features.add("digits", 1.0),
                _ => {}
            }
        }
        if asks_many(clause) {
            features.add("asks-many", 1.0);
        }
    }
}

/// Words that are masks of a form: `YYYY-MM-DD`, `AAA-000`, `########`, `[A-Z]{2}`, `X.Y.Z`.
fn masks(text: &str) -> usize {
    text.split_whitespace()
        .filter(|word| {
            let word = word.trim_matches(|c: char| ",.;:()\"'`".contains(c));
            let mask_letters = word
                .chars()
                .filter(|c| "YMDHXNAZ#09\\".contains(*c))
                .count();
            let separators = word.chars().filter(|c| "-/.:_[]{}^$#".contains(*c)).count();
            word.len() >= 4 && separators > 0 && mask_letters * 2 >= word.chars().count()
        })
        .count()
}

/// 'a number of plural things for, about, that': things to be thought up.
fn asks_many(clause: &Clause) -> bool {
    clause.kind.is_work()
        && clause.terms.windows(2).any(|pair| {
            pair[0].kind == TermKind::Number && pair[1].is_unknown()
                || pair[0].is(Notion::Modifier(Manner::Length)) && pair[1].is_unknown()
        })
}

fn names(frames: &[Frame], features: &mut Features) {
    for frame in frames {
        let exact = frame.kind == FrameKind::Deterministic || frame.kind == FrameKind::Small;
        let open = frame.kind == FrameKind::Open;
        match frame.origin {
            Origin::Name if exact => features.add("name-code", 1.0),
            Origin::Name if open => features.add("name-open", 1.0),
            Origin::Field if exact => features.add("field-exact", 1.0),
            Origin::Field if open => features.add("field-open", 1.0),
            Origin::Field if frame.objects.is_empty() => features.add("field-unknown", 1.0),
            Origin::Field => features.add("field-input", 1.0),
            _ => {}
        }
    }
}

fn call(request: &Request, features: &mut Features) {
    let number = |name: &str| {
        request
            .parameters
            .get(name)
            .and_then(serde_json::Value::as_f64)
    };
    match number("temperature") {
        Some(value) if value <= 0.2 => features.add("cold", 1.0),
        Some(value) if value >= 0.6 => features.add("warm", 1.0),
        _ => {}
    }
    match number("max_tokens") {
        Some(value) if value <= 40.0 => features.add("cap-small", 1.0),
        Some(value) if value >= 300.0 => features.add("cap-large", 1.0),
        _ => {}
    }
    if let Some(schema) = &request.schema {
        features.add("schema", 1.0);
        schema_features(schema, features);
    }
    for used in &request.uses {
        match &used.how {
            Use::Number | Use::Date => features.add("use-number", 1.0),
            Use::Equals(_) | Use::In(_) => features.add("use-equals", 1.0),
            Use::Json => features.add("use-json", 1.0),
            _ => {}
        }
    }
}

fn schema_features(schema: &Schema, features: &mut Features) {
    match schema {
        Schema::Object(fields) => {
            fields
                .iter()
                .for_each(|field| schema_features(&field.schema, features));
        }
        Schema::Array(inner) => schema_features(inner, features),
        Schema::Enum(_) | Schema::Boolean | Schema::Integer { .. } | Schema::Number => {
            features.add("schema-closed", 1.0);
        }
        Schema::Text { format: Some(_) } => features.add("schema-closed", 1.0),
        Schema::Text { format: None } => features.add("field-text", 1.0),
        Schema::Any => {}
    }
}

fn holes(request: &Request, messages: &[Message], lexicon: &Lexicon, features: &mut Features) {
    let mut numbers: Vec<usize> = messages
        .iter()
        .flat_map(|message| message.holes.iter().map(|(_, hole)| *hole))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.is_empty() {
        features.add("no-hole", 1.0);
    }
    for hole in numbers
        .into_iter()
        .filter_map(|number| request.prompt.holes.get(number))
    {
        features.add("holes", 1.0);
        if hole.ty.as_deref().is_some_and(is_exact_type) {
            features.add("hole-typed", 1.0);
        }
        let words: Vec<_> = tokens(&split_name(&hole.name)).collect();
        let mut at = 0;
        while at < words.len() {
            let (length, notions) = lexicon.languages[0]
                .longest(&words[at..])
                .unwrap_or((1, &[]));
            for notion in notions {
                let Notion::Object(object) = notion else {
                    continue;
                };
                match lexicon.notions.objects[*object as usize].1 {
                    ObjectClass::Prose => features.add("hole-prose", 1.0),
                    ObjectClass::Structured => features.add("hole-structured", 1.0),
                    ObjectClass::Open => features.add("hole-open", 1.0),
                    ObjectClass::Input | ObjectClass::Small => {}
                    _ => features.add("hole-exact", 1.0),
                }
            }
            at += length;
        }
    }
}

/// Types whose values are no running text.
fn is_exact_type(ty: &str) -> bool {
    let ty = ty.to_lowercase();
    [
        "int",
        "float",
        "bool",
        "date",
        "number",
        "decimal",
        "i64",
        "f64",
        "u32",
        "usize",
        "list[",
        "[]",
        "timestamp",
        "[string]",
        "i32",
        "u64",
        "f32",
    ]
    .iter()
    .any(|exact| ty.contains(exact))
        && !ty.contains("message")
}

/// The closed set of values that the reply is bound to, by schema or by use.
pub fn reply_values(request: &Request) -> Option<Vec<String>> {
    if let Some(Schema::Enum(values)) = &request.schema {
        return Some(values.clone());
    }
    request.uses.iter().find_map(|used| match &used.how {
        Use::In(values) if values.len() > 1 => Some(values.clone()),
        Use::Equals(values) if values.len() > 1 => Some(values.clone()),
        _ => None,
    })
}
