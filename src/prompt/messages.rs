//! Lists of messages, whatever they are made of: maps with a role, constructors, pairs, bare texts.

use super::eval::{Evaluator, Piece};
use super::{HoleReason, Message, Role, SourceRun};
use crate::index::{At, Target};
use crate::ir::{Entry, ExprKind};
use crate::prompt::Hole;

/// A message before its holes are numbered.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Who speaks.
    pub role: Role,
    /// The alternatives of its content.
    pub content: Vec<Vec<Piece>>,
    /// Whether an image, sound or file goes along.
    pub media: bool,
    /// Whether it stands for a whole list that is not known.
    pub whole: bool,
}

impl Draft {
    fn new(role: Role, content: Vec<Vec<Piece>>) -> Draft {
        Draft {
            role,
            content,
            media: false,
            whole: false,
        }
    }
}

impl Evaluator<'_> {
    /// The messages of an expression that holds a list of them, one of them, or a bare text.
    pub fn messages(&self, at: At, role: Role) -> Vec<Draft> {
        self.messages_to(at, role, 24)
    }

    fn messages_to(&self, at: At, role: Role, depth: u32) -> Vec<Draft> {
        let Some(depth) = depth.checked_sub(1) else {
            return vec![self.unknown(at, role)];
        };
        let here = |expr| At {
            file: at.file,
            expr,
        };
        match self.program.kind(at) {
            ExprKind::List(items) if is_pair(self, at) && items.len() == 2 => {
                vec![self.pair(at, role)]
            }
            ExprKind::List(_) | ExprKind::Concat(_) => match self.elements(at, depth) {
                Some(elements) if self.is_content(&elements) => vec![self.content(at, role)],
                Some(elements) => elements
                    .into_iter()
                    .flat_map(|element| self.messages_to(element, role, depth))
                    .collect(),
                None => vec![self.content(at, role)],
            },
            ExprKind::Map { .. } => vec![self.map_message(at, role)],
            ExprKind::Name(_) | ExprKind::Member { .. } => self.named_messages(at, role, depth),
            ExprKind::Call { .. } => self.call_messages(at, role, depth),
            ExprKind::Choice(arms) => {
                let all: Vec<Vec<Draft>> = arms
                    .iter()
                    .map(|arm| self.messages_to(here(*arm), role, depth))
                    .collect();
                let texts = all.iter().all(|drafts| drafts.len() == 1);
                if texts {
                    return vec![self.content(at, role)];
                }
                all.into_iter().max_by_key(Vec::len).unwrap_or_default()
            }
            ExprKind::Binary { left, right, .. } => {
                // A pipe: the prompt is the part that gives messages.
                let sides: Vec<Draft> = [*left, *right]
                    .into_iter()
                    .flat_map(|side| self.piped(here(side), role, depth))
                    .collect();
                if sides.is_empty() {
                    vec![self.unknown(at, role)]
                } else {
                    sides
                }
            }
            ExprKind::Null => Vec::new(),
            ExprKind::Each { .. } | ExprKind::Element(_) | ExprKind::Opaque(_) => {
                vec![self.unknown(at, role)]
            }
            _ => vec![self.content(at, role)],
        }
    }

    /// What one side of a pipe gives: a template's messages, or nothing.
    fn piped(&self, at: At, role: Role, depth: u32) -> Vec<Draft> {
        let Some(depth) = depth.checked_sub(1) else {
            return Vec::new();
        };
        for value in self.program.values(at) {
            match self.program.kind(value) {
                ExprKind::Call { .. } if self.sdks.template_of(self.program, value).is_some() => {
                    return self.call_messages(value, role, depth);
                }
                ExprKind::Binary { left, right, .. } => {
                    let here = |expr| At {
                        file: value.file,
                        expr,
                    };
                    let found: Vec<Draft> = [*left, *right]
                        .into_iter()
                        .flat_map(|side| self.piped(here(side), role, depth))
                        .collect();
                    if !found.is_empty() {
                        return found;
                    }
                }
                _ => {}
            }
        }
        Vec::new()
    }

    fn unknown(&self, at: At, role: Role) -> Draft {
        let reason = if self.is_parameter(at) {
            HoleReason::Parameter
        } else {
            HoleReason::Unresolved
        };
        let mut draft = Draft::new(role, self.hole(at, reason));
        draft.whole = true;
        draft
    }

    /// Whether an expression is a bare parameter that no caller has given.
    pub fn is_parameter(&self, at: At) -> bool {
        self.targets(at)
            .iter()
            .any(|target| matches!(target, Target::Parameter { .. }))
    }

    /// Parts of one content: `[{"type": "text", …}, {"type": "image_url", …}]`, `[text, image]`.
    fn is_content(&self, elements: &[At]) -> bool {
        elements.iter().any(|element| {
            self.program
                .values(*element)
                .iter()
                .any(|value| match self.program.kind(*value) {
                    ExprKind::Map { entries, .. } => {
                        let has = |name: &str| has_field(entries, name);
                        !has("role")
                            && (has("type")
                                || has("text")
                                || has("inlineData")
                                || has("inline_data")
                                || has("image"))
                    }
                    _ => false,
                })
        })
    }

    fn content(&self, at: At, role: Role) -> Draft {
        let mut draft = Draft::new(role, self.text(at));
        draft.media = self.holds_media(at, 6);
        draft
    }

    /// Whether an image, sound or file is among the parts.
    fn holds_media(&self, at: At, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else {
            return false;
        };
        let Some(elements) = self.elements(at, 12) else {
            return self
                .program
                .values(at)
                .iter()
                .any(|value| self.is_media(*value, depth));
        };
        elements.iter().any(|element| {
            self.program
                .values(*element)
                .iter()
                .any(|value| self.is_media(*value, depth))
        })
    }

    fn is_media(&self, at: At, depth: u32) -> bool {
        const MEDIA: &[&str] = &[
            "image",
            "image_url",
            "input_image",
            "inlineData",
            "inline_data",
            "input_audio",
            "audio",
            "fileData",
            "file_data",
            "file",
            "document",
            "source",
        ];
        match self.program.kind(at) {
            ExprKind::Map { entries, .. } => entries.iter().any(|entry| match entry {
                Entry::Field(key, _) if MEDIA.contains(&&**key) => true,
                Entry::Field(key, value) if &**key == "type" => self
                    .constant(At {
                        file: at.file,
                        expr: *value,
                    })
                    .is_some_and(|kind| MEDIA.contains(&kind.as_str())),
                Entry::Field(key, value) if matches!(&**key, "parts" | "content") => self
                    .holds_media(
                        At {
                            file: at.file,
                            expr: *value,
                        },
                        depth,
                    ),
                _ => false,
            }),
            ExprKind::Call { .. } => self.program.called_name(at).is_some_and(|name| {
                matches!(
                    name,
                    "from_bytes" | "from_uri" | "upload_file" | "Image" | "open" | "from_image"
                )
            }),
            _ => false,
        }
    }

    fn map_message(&self, at: At, default: Role) -> Draft {
        let field = |names: &[&str]| {
            names.iter().find_map(|name| {
                self.sdks
                    .inside(self.program, at, &[name.to_string()])
                    .first()
                    .copied()
            })
        };
        let role = field(&["role"])
            .and_then(|role| self.constant(role))
            .map_or(default, |role| role_of(&role, default));
        let content = field(&["content", "parts", "text"]);
        match content {
            Some(content) => {
                let mut draft = self.content(content, role);
                draft.media |= self.is_media(at, 4);
                draft
            }
            None => {
                // A spread message or one without content is not known.
                let mut draft = Draft::new(role, self.hole(at, HoleReason::Unresolved));
                draft.media = self.is_media(at, 4);
                draft
            }
        }
    }

    /// `("system", "…")`.
    fn pair(&self, at: At, default: Role) -> Draft {
        let ExprKind::List(items) = self.program.kind(at) else {
            return self.unknown(at, default);
        };
        let here = |expr| At {
            file: at.file,
            expr,
        };
        let role = self
            .constant(here(items[0].value))
            .map_or(default, |role| role_of(&role, default));
        let variants = self.text(here(items[1].value));
        let content = variants
            .into_iter()
            .map(|pieces| self.with_variables(pieces, crate::sdk::Syntax::Brace, at))
            .collect();
        Draft::new(role, content)
    }

    fn named_messages(&self, at: At, role: Role, depth: u32) -> Vec<Draft> {
        if let Some(elements) = self
            .elements(at, depth)
            .filter(|elements| !elements.is_empty())
        {
            if self.is_content(&elements) {
                return vec![self.content(at, role)];
            }
            return elements
                .into_iter()
                .flat_map(|element| self.messages_to(element, role, depth))
                .collect();
        }
        let values: Vec<At> = self
            .targets(at)
            .into_iter()
            .filter_map(|target| match target {
                Target::Value {
                    at: value,
                    extend: None,
                    ..
                } if value != at => Some(value),
                _ => None,
            })
            .collect();
        match values.as_slice() {
            [] if self.is_parameter(at) => {
                let mut draft = self.content(at, role);
                draft.whole = true;
                vec![draft]
            }
            [] => vec![self.content(at, role)],
            [one] => {
                let mut drafts = self.messages_to(*one, role, depth);
                // The name says more than the expression behind it.
                if let [Draft { content, .. }] = drafts.as_mut_slice()
                    && let [variant] = content.as_mut_slice()
                    && let [Piece::Hole(hole)] = variant.as_mut_slice()
                    && hole.name == "value"
                {
                    hole.name = self.shown_name(at);
                }
                drafts
            }
            _ => {
                let lists: Vec<Vec<Draft>> = values
                    .iter()
                    .map(|value| self.messages_to(*value, role, depth))
                    .collect();
                if lists.iter().all(|drafts| drafts.len() <= 1) {
                    return vec![self.content(at, role)];
                }
                lists.into_iter().max_by_key(Vec::len).unwrap_or_default()
            }
        }
    }

    fn call_messages(&self, at: At, role: Role, depth: u32) -> Vec<Draft> {
        if let Some(row) = self.sdks.message_of(self.program, at) {
            let content = self.sdks.input(self.program, at, &row.content);
            return match content.first() {
                Some(content) => {
                    let mut draft = self.content(*content, row.role);
                    if self.sdks.template_of(self.program, at).is_some() {
                        draft.content = draft
                            .content
                            .into_iter()
                            .map(|pieces| {
                                self.with_variables(pieces, crate::sdk::Syntax::Brace, at)
                            })
                            .collect();
                    }
                    vec![draft]
                }
                None => vec![self.unknown(at, row.role)],
            };
        }
        if let Some(row) = self.sdks.template_of(self.program, at)
            && !row.messages.is_empty()
        {
            let messages = self.sdks.input(self.program, at, &row.messages);
            if let Some(messages) = messages.first() {
                return self.messages_to(*messages, Role::User, depth);
            }
        }
        if let Some(transparent) = self.sdks.transparent(self.program, at)
            && let Some(inner) = self.sdks.input(self.program, at, &transparent.of).first()
        {
            return self.messages_to(*inner, role, depth);
        }
        // `template.invoke({...})`, `template.format_messages(…)`: the template's messages.
        let mut chain = Vec::new();
        crate::sdk::receivers(self.program, at, 0, &mut chain);
        for receiver in &chain {
            if self.sdks.template_of(self.program, *receiver).is_some() {
                return self.call_messages(*receiver, role, depth);
            }
        }
        // A builder or constructor of a request that holds the messages.
        let ExprKind::Call { args, .. } = self.program.kind(at) else {
            return vec![self.unknown(at, role)];
        };
        let returned: Vec<Draft> = self
            .program
            .callees(at)
            .into_iter()
            .filter_map(|function| {
                let module = self.program.module(function.file);
                let first = module[function.function].returns.first()?;
                let first = At {
                    file: function.file,
                    expr: *first,
                };
                self.elements(first, depth)
                    .is_some()
                    .then(|| self.messages_to(first, role, depth))
            })
            .next()
            .unwrap_or_default();
        if !returned.is_empty() {
            return returned;
        }
        let made: Vec<Draft> = chain
            .iter()
            .rev()
            .chain(std::iter::once(&at))
            .flat_map(|call| self.built(*call, depth))
            .collect();
        if !made.is_empty() {
            return made;
        }
        let list = args.iter().filter(|arg| !arg.spread).find(|arg| {
            self.elements(
                At {
                    file: at.file,
                    expr: arg.value,
                },
                6,
            )
            .is_some_and(|elements| elements.iter().any(|element| self.is_message(*element)))
        });
        match list {
            Some(list) => self.messages_to(
                At {
                    file: at.file,
                    expr: list.value,
                },
                role,
                depth,
            ),
            None => vec![self.content(at, role)],
        }
    }

    /// `.append_message(ChatMessage::user(…))`, `ChatRequest::new(vec![…])`: messages among arguments.
    fn built(&self, call: At, depth: u32) -> Vec<Draft> {
        if let Some(row) = self.sdks.message_of(self.program, call) {
            let content = self.sdks.input(self.program, call, &row.content);
            return content
                .first()
                .map(|content| self.content(*content, row.role))
                .into_iter()
                .collect();
        }
        let ExprKind::Call { args, .. } = self.program.kind(call) else {
            return Vec::new();
        };
        args.iter()
            .map(|arg| At {
                file: call.file,
                expr: arg.value,
            })
            .flat_map(|arg| {
                if self.is_message(arg) {
                    return self.messages_to(arg, Role::User, depth);
                }
                match self.elements(arg, 8) {
                    Some(elements) if elements.iter().any(|element| self.is_message(*element)) => {
                        self.messages_to(arg, Role::User, depth)
                    }
                    _ => Vec::new(),
                }
            })
            .collect()
    }

    fn is_message(&self, at: At) -> bool {
        self.program
            .values(at)
            .iter()
            .any(|value| match self.program.kind(*value) {
                ExprKind::Map { entries, .. } => {
                    has_field(entries, "role") || has_field(entries, "content")
                }
                ExprKind::Call { .. } => self.sdks.message_of(self.program, *value).is_some(),
                ExprKind::List(_) => is_pair(self, *value),
                _ => false,
            })
    }
}

/// Whether a list is a role and a text.
fn is_pair(evaluator: &Evaluator, at: At) -> bool {
    let ExprKind::List(items) = evaluator.program.kind(at) else {
        return false;
    };
    let [first, _] = items.as_slice() else {
        return false;
    };
    match evaluator.program.kind(At {
        file: at.file,
        expr: first.value,
    }) {
        ExprKind::Text(text) => matches!(
            &*text.value,
            "system" | "user" | "human" | "assistant" | "ai" | "developer" | "placeholder"
        ),
        _ => false,
    }
}

fn has_field(entries: &[Entry], name: &str) -> bool {
    entries
        .iter()
        .any(|entry| matches!(entry, Entry::Field(key, _) if **key == *name))
}

fn role_of(name: &str, default: Role) -> Role {
    match name.to_lowercase().as_str() {
        "system" | "developer" => Role::System,
        "user" | "human" => Role::User,
        "assistant" | "ai" | "model" => Role::Assistant,
        "tool" | "function" => Role::Tool,
        _ => default,
    }
}

/// One message of one variant: flat text, holes by number, runs.
pub fn flatten(role: Role, pieces: &[Piece], media: bool, holes: &mut Vec<Hole>) -> Message {
    let mut message = Message {
        role,
        text: String::new(),
        holes: Vec::new(),
        runs: Vec::new(),
        media,
    };
    for piece in pieces {
        match piece {
            Piece::Known(text, span) => {
                let at = message.text.len() as u32;
                if let Some(span) = span.filter(|span| span.end - span.start == text.len() as u32) {
                    // Stretches that follow one another in the source are one run.
                    match message.runs.last_mut() {
                        Some(last)
                            if last.span.end == span.start
                                && last.span.file == span.file
                                && last.at + (last.span.end - last.span.start) == at =>
                        {
                            last.span.end = span.end;
                        }
                        _ => message.runs.push(SourceRun { at, span }),
                    }
                }
                message.text.push_str(text);
            }
            Piece::Hole(hole) => {
                let number = holes
                    .iter()
                    .position(|known| known.name == hole.name && known.reason == hole.reason)
                    .unwrap_or_else(|| {
                        holes.push(hole.clone());
                        holes.len() - 1
                    });
                let start = message.text.len();
                message.text.push('{');
                message.text.push_str(&hole.name);
                message.text.push('}');
                message.holes.push((start..message.text.len(), number));
            }
        }
    }
    message
}
