//! Lists of messages, whatever they are made of: maps with a role, constructors, pairs, bare texts,
//! templates, parts of one content.

use super::env::Env;
use super::eval::{Eval, Job, Kind, Value};
use super::flat::{Flat, MOST_VARIANTS, Open, joined, telling};
use super::{HoleReason, Role};
use crate::index::At;
use crate::ir::{BinaryOp, Entry, ExprKind, Extend};
use crate::sdk::MessageRow;

/// How many messages of one list are kept.
const MOST_MESSAGES: usize = 200;
/// How many steps of a chain that is given as a list are looked at.
const MOST_STEPS: usize = 16;

/// A message before its holes are numbered.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub role: Role,
    pub text: Flat,
    /// Whether it stands for an unknown number of messages.
    pub several: bool,
}

/// One alternative of a list of messages.
pub(super) type Drafts = Vec<Draft>;

impl Eval<'_> {
    /// The alternatives of what a value holds: a list of messages, one of them, or a bare text.
    pub fn messages(&self, value: &Value, role: Role) -> Vec<Drafts> {
        self.messages_of_all(std::slice::from_ref(value), role)
    }

    /// The same for several values, one of which is sent.
    pub fn messages_of_all(&self, values: &[Value], role: Role) -> Vec<Drafts> {
        let mut found: Vec<Drafts> = Vec::new();
        for value in values.iter().flat_map(|value| self.reduced(value)) {
            for drafts in self.messages_of(&value, role) {
                if found.len() < MOST_VARIANTS && !drafts.is_empty() {
                    found.push(drafts);
                }
            }
        }
        // A bare value that a known text stands in for is no prompt of its own.
        let known = |drafts: &Drafts| drafts.iter().any(|draft| draft.text.has_words());
        if found.iter().any(known) {
            found.retain(known);
        }
        found
    }

    fn messages_of(&self, value: &Value, role: Role) -> Vec<Drafts> {
        let of_list =
            |(how, ..): &(Extend, At, Env)| matches!(how, Extend::Append | Extend::Prepend);
        if value.added.iter().any(of_list) {
            let elements = self.elements(value).unwrap_or_default();
            return self.listed_messages(&elements, role);
        }
        if let Kind::Pair(parts) = &value.kind
            && parts.iter().any(|part| self.is_message(part))
        {
            return self.listed_messages(parts, role);
        }
        let Kind::Expr(at, env) = &value.kind else {
            return texts(role, self.text_of(value));
        };
        let found = self.deeper(*at, env, Job::Read, || match self.kind(*at) {
            ExprKind::List(_) if self.is_pair(*at) => self.pair(*at, env, role),
            ExprKind::List(_) | ExprKind::Each { .. } | ExprKind::Concat(_) => {
                match self.elements(value) {
                    Some(elements) => Some(self.listed_messages(&elements, role)),
                    None if matches!(self.kind(*at), ExprKind::Each { .. }) => {
                        Some(self.several(*at, role))
                    }
                    None => None,
                }
            }
            ExprKind::Map { .. } => self.map_messages(value, role),
            ExprKind::Call { .. } => self.call_messages(value, *at, env, role),
            ExprKind::Binary {
                op: BinaryOp::Pipe,
                left,
                right,
            } => {
                let (left, right) = (self.beside(*at, *left), self.beside(*at, *right));
                self.piped(left, env).or_else(|| self.piped(right, env))
            }
            ExprKind::Format { template, .. } => {
                self.formatted_messages(self.beside(*at, *template), env)
            }
            ExprKind::Null => Some(Vec::new()),
            _ => None,
        });
        found
            .flatten()
            .unwrap_or_else(|| texts(role, self.text_of(value)))
    }

    /// The messages of `template.format(…)`, where the template is one of messages, not of a text.
    fn formatted_messages(&self, template: At, env: &Env) -> Option<Vec<Drafts>> {
        let of_messages = |value: &Value| {
            let (at, env, _) = self.expr_of(value)?;
            let row = self.sdks.template_of(self.program, at)?;
            (!self.input(at, env, &row.messages).is_empty()).then_some(())
        };
        let values = self.values(template, env);
        values.iter().find_map(of_messages)?;
        self.piped(template, env)
    }

    /// Messages that are known only at run time.
    fn several(&self, at: At, role: Role) -> Vec<Drafts> {
        vec![vec![Draft {
            role,
            text: Flat::open(self.open(at, HoleReason::Loop)),
            several: true,
        }]]
    }

    fn listed_messages(&self, elements: &[Value], role: Role) -> Vec<Drafts> {
        // Texts and values without a message among them are the parts of one.
        let one = elements.iter().any(|element| self.is_part(element))
            && !elements.iter().any(|element| self.is_message(element));
        if one {
            return texts(role, self.parts(elements));
        }
        let mut found: Vec<Drafts> = vec![Vec::new()];
        let mut pushed: Vec<(At, Role, String)> = Vec::new();
        let mut at = 0;
        while let Some(element) = elements.get(at) {
            // Bare texts and parts that stand side by side are one content.
            let parts = elements[at..]
                .iter()
                .take_while(|element| self.is_part(element))
                .count();
            let next = match parts {
                0 => self.one_of_list(element, role),
                parts => texts(role, self.parts(&elements[at..at + parts])),
            };
            at += parts.max(1);
            // The same push that was met before, on another way round the loop, says nothing more.
            let again = parts == 0 && self.is_pushed_again(element, &next, &mut pushed);
            if next.is_empty() || again {
                continue;
            }
            found = product(found, &next);
        }
        found
    }

    /// Whether this very expression gave this very message before; else it is kept in `pushed`.
    fn is_pushed_again(
        &self,
        element: &Value,
        next: &[Drafts],
        pushed: &mut Vec<(At, Role, String)>,
    ) -> bool {
        let (Some((at, ..)), [drafts]) = (self.expr_of(element), next) else {
            return false;
        };
        let [draft] = &drafts[..] else { return false };
        let shown = (at, draft.role, draft.text.shown());
        let again = pushed.contains(&shown);
        if !again && pushed.len() < MOST_MESSAGES {
            pushed.push(shown);
        }
        again
    }

    fn one_of_list(&self, element: &Value, role: Role) -> Vec<Drafts> {
        let mut found = self.messages(element, role);
        for draft in found.iter_mut().flatten() {
            // What is no message itself may be any number of them.
            draft.several |= draft.text.only_open().is_some() && !self.is_message(element);
        }
        found
    }

    /// Whether an element is a text or a part of one content, not a message.
    fn is_part(&self, element: &Value) -> bool {
        self.reduced(element)
            .iter()
            .all(|value| match self.expr_of(value) {
                Some((
                    _,
                    _,
                    ExprKind::Text(_)
                    | ExprKind::Template(_)
                    | ExprKind::Format { .. }
                    | ExprKind::Join { .. },
                )) => true,
                Some((_, _, ExprKind::Concat(_))) => self.elements(value).is_none(),
                Some((_, _, ExprKind::Map { entries, .. })) => {
                    !has(entries, &["role", "content", "parts"])
                        && (has(entries, &["type", "text"]) || self.has_media(entries))
                }
                _ => false,
            })
    }

    pub fn is_message(&self, element: &Value) -> bool {
        self.reduced(element)
            .iter()
            .any(|value| match self.expr_of(value) {
                Some((_, _, ExprKind::Map { entries, .. })) => {
                    has(entries, &["role", "content", "parts"])
                }
                Some((at, _, ExprKind::Call { .. })) => {
                    self.sdks.message_of(self.program, at).is_some()
                        || self.made_message(at).is_some()
                }
                Some((at, _, ExprKind::List(_))) => self.is_pair(at),
                _ => false,
            })
    }

    /// The texts of a content: a text, or a list of parts.
    pub fn content(&self, value: &Value) -> Vec<Flat> {
        self.content_of_all(std::slice::from_ref(value))
    }

    /// The same for several values, one of which is sent.
    pub fn content_of_all(&self, values: &[Value]) -> Vec<Flat> {
        let mut out = Vec::new();
        for value in values.iter().flat_map(|value| self.reduced(value)) {
            let elements = match self.expr_of(&value) {
                Some((_, _, ExprKind::Text(_) | ExprKind::Template(_))) => None,
                _ => self.elements(&value),
            };
            out.extend(match elements {
                Some(elements) => self.parts(&elements),
                None => self.part(&value),
            });
        }
        let mut out = telling(out);
        if out.is_empty() {
            out.push(Flat::default());
        }
        out
    }

    /// The parts of one content, one below the other.
    fn parts(&self, elements: &[Value]) -> Vec<Flat> {
        let mut out = vec![Flat::default()];
        for element in elements {
            let values = self.reduced(element);
            let next: Vec<Flat> = values.iter().flat_map(|value| self.part(value)).collect();
            for flat in &mut out {
                if !flat.pieces.is_empty() && next.iter().any(|next| !next.pieces.is_empty()) {
                    flat.extend(&Flat::plain("\n"));
                }
            }
            out = joined(out, &next);
        }
        out
    }

    fn part(&self, value: &Value) -> Vec<Flat> {
        let Some((at, env, ExprKind::Map { entries, .. })) = self.expr_of(value) else {
            return self.text_of(value);
        };
        let found = self.deeper(at, env, Job::List, || {
            let media = self.has_media(entries) || self.has_media_type(value);
            for key in &self.sdks.vocabulary().content {
                let inner = self.field(value, key);
                if !inner.is_empty() {
                    let texts = inner.iter().flat_map(|inner| self.content(inner));
                    return Some(texts.map(|flat| with_media(flat, media)).collect());
                }
            }
            media.then(|| vec![with_media(Flat::default(), true)])
        });
        found.flatten().unwrap_or_else(|| self.text_of(value))
    }

    fn has_media(&self, entries: &[Entry]) -> bool {
        let vocabulary = self.sdks.vocabulary();
        entries
            .iter()
            .any(|entry| matches!(entry, Entry::Field(key, _) if vocabulary.is_media(key)))
    }

    fn has_media_type(&self, value: &Value) -> bool {
        let kinds = self.field(value, "type");
        kinds.iter().any(|kind| {
            self.constant(kind)
                .is_some_and(|kind| self.sdks.vocabulary().is_media(&kind))
        })
    }

    fn map_messages(&self, value: &Value, default: Role) -> Option<Vec<Drafts>> {
        let default = self.role_of_literal(value).unwrap_or(default);
        let role = self.role(&self.field(value, "role"), default);
        for key in &self.sdks.vocabulary().content {
            let content = self.field(value, key);
            if !content.is_empty() {
                let media = self.has_media_type(value) || !self.field(value, "images").is_empty();
                let found: Vec<Flat> = content
                    .iter()
                    .flat_map(|content| self.content(content))
                    .collect();
                let found = telling(found)
                    .into_iter()
                    .map(|flat| with_media(flat, media));
                return Some(texts(role, found.collect()));
            }
        }
        let inner = self.field(value, "messages");
        if !inner.is_empty() {
            return Some(
                inner
                    .iter()
                    .flat_map(|inner| self.messages(inner, default))
                    .collect(),
            );
        }
        let (at, _, _) = self.expr_of(value)?;
        let open = self.open(at, HoleReason::Expression);
        let said = !self.field(value, "role").is_empty();
        said.then(|| texts(role, vec![Flat::open(open)]))
    }

    fn role(&self, values: &[Value], default: Role) -> Role {
        let known = values.iter().find_map(|value| {
            let (at, _, kind) = self.expr_of(value)?;
            match kind {
                ExprKind::Text(text) => self.sdks.vocabulary().role(&text.value),
                ExprKind::Name(name) | ExprKind::Member { name, .. } => {
                    self.sdks.vocabulary().role(name)
                }
                _ => self.sdks.vocabulary().role(self.program.called_name(at)?),
            }
        });
        let open = || {
            values.iter().find_map(|value| match &value.kind {
                // `Role::User`, `MessageRole.SYSTEM` of an SDK's own.
                Kind::Open(open) => self
                    .sdks
                    .vocabulary()
                    .role(open.hole.name.rsplit('.').next()?),
                _ => None,
            })
        };
        known.or_else(open).unwrap_or(default)
    }

    /// Whether a list is a role and a text: `("system", "…")`.
    fn is_pair(&self, at: At) -> bool {
        let ExprKind::List(items) = self.kind(at) else {
            return false;
        };
        let [first, _] = &items[..] else { return false };
        match self.kind(self.beside(at, first.value)) {
            ExprKind::Text(text) => {
                self.sdks.vocabulary().role(&text.value).is_some() || &*text.value == "placeholder"
            }
            _ => false,
        }
    }

    fn pair(&self, at: At, env: &Env, default: Role) -> Option<Vec<Drafts>> {
        let ExprKind::List(items) = self.kind(at) else {
            return None;
        };
        let [first, second] = &items[..] else {
            return None;
        };
        let role = Value::expr(self.beside(at, first.value), env);
        let role = self.role(&[role], default);
        let content = Value::expr(self.beside(at, second.value), env);
        let content = self.with_variables(self.content(&content), crate::sdk::Syntax::Brace);
        Some(texts(role, content))
    }

    fn call_messages(&self, value: &Value, at: At, env: &Env, role: Role) -> Option<Vec<Drafts>> {
        // A list of messages that is made empty is none of them: `ChatHistory()`.
        let is_empty = matches!(self.kind(at), ExprKind::Call { args, .. } if args.is_empty());
        let row = self.sdks.message_of(self.program, at);
        if let Some(found) = row.and_then(|row| self.history(at, env, row)) {
            return Some(found);
        }
        let says = |row: &&MessageRow| !self.input(at, env, &row.content).is_empty();
        if let Some(row) = row.filter(|row| !is_empty || says(row)) {
            let role = self.input(at, env, &row.role_at);
            let role = self.role(&self.reduced_all(&role), row.role);
            let content = self.input(at, env, &row.content);
            if content.is_empty() {
                let open = self.open(at, HoleReason::Expression);
                return Some(texts(role, vec![Flat::open(open)]));
            }
            let mut found = self.content_of_all(&content);
            for also in &row.also {
                let more = self.input(at, env, also);
                if !more.is_empty() {
                    found = joined(found, &[Flat::plain("\n")]);
                    found = joined(found, &self.content_of_all(&more));
                }
            }
            if let Some(template) = self.sdks.template_of(self.program, at) {
                found = self.with_variables(found, template.syntax);
            }
            return Some(texts(role, found));
        }
        if let Some(row) = self.sdks.template_of(self.program, at) {
            let messages = self.input(at, env, &row.messages);
            let found = self.template_messages(&messages, row.syntax);
            return (!messages.is_empty()).then_some(found);
        }
        if let Some(inner) = self.passed_on(at, env) {
            return Some(
                inner
                    .iter()
                    .flat_map(|inner| self.messages(inner, role))
                    .collect(),
            );
        }
        // `template.invoke({...})`, `template.format_messages(…)`.
        if let ExprKind::Call { callee, args } = self.kind(at) {
            if let ExprKind::Member { object, .. } = self.kind(self.beside(at, *callee))
                && let Some(found) = self.piped(self.beside(at, *object), env)
            {
                return Some(self.given_to(at, found, env));
            }
            if let Some(elements) = self.elements(value) {
                return Some(self.listed_messages(&elements, role));
            }
            return self
                .chained_messages(at, env, role)
                .or_else(|| self.built_messages(at, args, env, role));
        }
        None
    }

    /// A constructor of a request that is handed the messages.
    pub fn built_messages(
        &self,
        at: At,
        args: &[crate::ir::Arg],
        env: &Env,
        role: Role,
    ) -> Option<Vec<Drafts>> {
        for arg in args.iter().take(4) {
            let given = Value::expr(self.beside(at, arg.value), env);
            let elements = self
                .reduced(&given)
                .iter()
                .find_map(|value| self.elements(value));
            let holds = match elements {
                Some(elements) => elements.iter().any(|element| self.is_message(element)),
                None => matches!(
                    self.reduced(&given).first().and_then(|value| self.expr_of(value)),
                    Some((at, _, ExprKind::Call { .. })) if self.sdks.message_of(self.program, at).is_some()
                ),
            };
            if holds {
                return Some(self.messages(&given, role));
            }
        }
        None
    }

    /// The messages of a prompt template; bare texts in it have variables, too.
    fn template_messages(&self, messages: &[Value], syntax: crate::sdk::Syntax) -> Vec<Drafts> {
        let mut found = self.messages_of_all(messages, Role::User);
        for draft in found.iter_mut().flatten() {
            let mut texts = self.with_variables(vec![draft.text.clone()], syntax);
            if let Some(text) = texts.pop() {
                draft.text = text;
            }
        }
        found
    }

    /// What one side of a pipe gives: a template's messages, or nothing.
    fn piped(&self, at: At, env: &Env) -> Option<Vec<Drafts>> {
        self.values(at, env).iter().find_map(|value| {
            let (at, env, kind) = self.expr_of(value)?;
            match kind {
                ExprKind::Call { callee, args } => {
                    if self.sdks.template_of(self.program, at).is_some() {
                        return Some(self.messages(value, Role::User));
                    }
                    // `RunnableSequence.from([prompt, model, parser])`.
                    let lists =
                        args.iter()
                            .filter_map(|arg| match self.kind(self.beside(at, arg.value)) {
                                ExprKind::List(items) => Some(items),
                                _ => None,
                            });
                    let steps = lists.flatten().take(MOST_STEPS);
                    for step in steps.map(|item| self.beside(at, item.value)) {
                        let found = self.deeper(at, env, Job::List, || self.piped(step, env));
                        if let Some(Some(found)) = found {
                            return Some(found);
                        }
                    }
                    // `prompt.pipe(model)`, `prompt.partial(…)`.
                    let ExprKind::Member { object, .. } = self.kind(self.beside(at, *callee))
                    else {
                        return None;
                    };
                    let object = self.beside(at, *object);
                    let found = self.deeper(at, env, Job::List, || self.piped(object, env));
                    found.flatten().map(|found| self.given_to(at, found, env))
                }
                ExprKind::Binary { left, right, .. } => {
                    let (left, right) = (self.beside(at, *left), self.beside(at, *right));
                    self.deeper(at, env, Job::List, || {
                        self.piped(left, env).or_else(|| self.piped(right, env))
                    })
                    .flatten()
                }
                _ => None,
            }
        })
    }

    /// The messages of the prompt that a chain's call runs through (`chain.invoke(…)`).
    pub fn chained(&self, call: At, env: &Env) -> Option<Vec<Drafts>> {
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return None;
        };
        let callee = self.beside(call, *callee);
        let found = match self.kind(callee) {
            ExprKind::Member { object, .. } => self.piped(self.beside(call, *object), env),
            _ => self.piped(callee, env),
        };
        found.map(|found| self.given_to(call, found, env))
    }

    /// Messages whose variables a call fills: `chain.invoke({…})`, `prompt.partial(…)`.
    fn given_to(&self, call: At, found: Vec<Drafts>, env: &Env) -> Vec<Drafts> {
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return found;
        };
        let filled = |drafts: Drafts| {
            drafts.into_iter().fold(vec![Vec::new()], |found, draft| {
                let texts = self.with_variables_given(call, &draft.text, args, env);
                let next = texts.into_iter().map(|text| {
                    vec![Draft {
                        text,
                        ..draft.clone()
                    }]
                });
                product(found, &next.collect::<Vec<_>>())
            })
        };
        let filled = found.into_iter().flat_map(filled);
        filled.take(MOST_VARIANTS).collect()
    }
}

/// Each text as the one message of an alternative.
pub(super) fn texts(role: Role, found: Vec<Flat>) -> Vec<Drafts> {
    let draft = |text| {
        vec![Draft {
            role,
            text,
            several: false,
        }]
    };
    found.into_iter().map(draft).collect()
}

/// Each list followed by each of `next`, as far as alternatives are kept.
pub(super) fn product(found: Vec<Drafts>, next: &[Drafts]) -> Vec<Drafts> {
    let mut out = Vec::new();
    for start in &found {
        for end in next {
            if out.len() == MOST_VARIANTS {
                return out;
            }
            let mut drafts = start.clone();
            let room = MOST_MESSAGES.saturating_sub(drafts.len());
            drafts.extend(end.iter().take(room).cloned());
            out.push(drafts);
        }
    }
    out
}

fn with_media(mut flat: Flat, media: bool) -> Flat {
    flat.media |= media;
    flat
}

fn has(entries: &[Entry], names: &[&str]) -> bool {
    entries
        .iter()
        .any(|entry| matches!(entry, Entry::Field(key, _) if names.contains(&&**key)))
}

/// The part that a whole message consists of.
pub(super) fn whole(draft: &Draft) -> Option<&Open> {
    draft.text.only_open()
}
