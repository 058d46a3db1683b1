//! What a call site sends: messages of text and holes, with where each piece came from.
//!
//! This room evaluates expressions of the IR to text. It must not know what a prompt asks for.

mod site;
mod wrapper;

mod attribute;
mod carried;
mod forwarded;
mod history;
mod loaded;
mod made;
mod raw;
mod request;

mod messages;
mod schema;
mod signature;
mod uses;

mod pattern;
mod replaced;
mod sum;
mod text;

mod constructed;
mod each;
mod embedded;
mod eval;
mod fallback;
mod field;
mod files;
mod input;
mod keyed;
mod lists;
mod overrides;
mod parts;
mod registered;
mod supplied;

mod env;
mod flat;
mod name;
mod template;

#[cfg(test)]
mod tests;

pub use wrapper::{Brings, HasWork, Requests, Wrapper, families, requests, wrapped};

use crate::source::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// All that the code tells about one call site.
#[derive(Clone, Debug)]
pub struct Request {
    /// The call expression that triggers the request; for a wrapper, the caller's.
    pub span: Span,
    /// The SDK, by the name of its file in `rules/sdk/`.
    pub sdk: String,
    /// Who runs the model, where the SDK, its address or its client tells.
    pub provider: Option<String>,
    /// The model's id as written, where it is known.
    pub model: Option<String>,
    /// What the model's id rests on where the code does not name it for this call.
    pub model_assumed: Option<String>,
    /// The wrapper that the call goes through.
    pub via: Option<String>,
    /// The function that the call stands in (`Class.method`).
    pub function: Option<String>,
    /// The prompt.
    pub prompt: Prompt,
    /// What else is sent, by the contract's names (`temperature`, `max_tokens`, `stop`, …).
    pub parameters: BTreeMap<String, serde_json::Value>,
    /// The form that the reply is forced into.
    pub schema: Option<Schema>,
    /// Where the code hands that form over.
    pub schema_span: Option<Span>,
    /// Whether tools are offered to the model.
    pub tools: bool,
    /// How the reply is used, as far as it could be followed.
    pub uses: Vec<Used>,
    /// Whether the call was found by the look of a name alone, its origin being unknown.
    pub by_shape: bool,
}

/// The messages sent, as far as the code shows them.
#[derive(Clone, Debug, Default)]
pub struct Prompt {
    /// The alternatives that the code chooses from at run time; one in most cases, none never.
    pub variants: Vec<Vec<Message>>,
    /// The parts known only at run time, over all variants.
    pub holes: Vec<Hole>,
    /// Why text is missing, in the order met, each once (`parameter of a public function` …).
    pub reasons: Vec<String>,
    /// How much of it is known.
    pub status: Status,
    /// Whether messages of earlier turns go along, which only the run time knows.
    pub history: bool,
}

/// How much of a prompt's text is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// No text could be found.
    #[default]
    Unresolved,
    /// Some text could not be found.
    Partial,
    /// All text is known but for run-time holes.
    Resolved,
}

/// Who speaks in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Instructions of the application.
    System,
    /// The user's turn.
    User,
    /// The model's turn (an example, or history).
    Assistant,
    /// A tool's result.
    Tool,
}

/// One message, flat: its text with holes written `{name}`.
#[derive(Clone, Debug)]
pub struct Message {
    /// Who speaks.
    pub role: Role,
    /// The text; each hole stands as `{name}`.
    pub text: String,
    /// Where holes stand in `text` (braces included), and which of [`Prompt::holes`] they are.
    pub holes: Vec<(Range<usize>, usize)>,
    /// Where stretches of `text` stand in the source, sorted by `at`; text between two runs that
    /// the code does not hold (a joining newline) has none.
    pub runs: Vec<SourceRun>,
    /// Whether an image, sound or file goes along.
    pub media: bool,
}

/// A stretch of a message's text and where it stands in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceRun {
    /// First byte in the message's text.
    pub at: u32,
    /// The stretch in the source; as long as the stretch of text.
    pub span: Span,
}

/// A part of a prompt known only at run time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole {
    /// Its name: the expression's last name (`contact.body` → `contact.body`).
    pub name: String,
    /// Its type as written, where known.
    pub ty: Option<String>,
    /// What it is.
    pub reason: HoleReason,
    /// Where the expression stands.
    pub span: Span,
}

/// Why a part is known only at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoleReason {
    /// A parameter of a function of the project.
    Parameter,
    /// The result of a call.
    CallResult,
    /// A loop variable.
    Loop,
    /// An attribute or element of a run-time value.
    Member,
    /// Read from the environment, configuration or a database.
    Environment,
    /// A variable of a prompt template.
    Template,
    /// A computed value.
    Expression,
    /// A name whose value could not be found: its text may be part of the instructions.
    Unresolved,
}

/// The form that a reply is forced into.
#[derive(Clone, Debug, PartialEq)]
pub enum Schema {
    /// An object with fields.
    Object(Vec<Field>),
    /// One of a closed set of values.
    Enum(Vec<String>),
    /// `true` or `false`.
    Boolean,
    /// A whole number, with its bounds.
    Integer {
        /// Least value.
        min: Option<i64>,
        /// Greatest value.
        max: Option<i64>,
    },
    /// A number.
    Number,
    /// Text, with its `format` or pattern where one is given.
    Text {
        /// `date`, `email`, a pattern …
        format: Option<String>,
    },
    /// A list.
    Array(Box<Schema>),
    /// Something the code does not show.
    Any,
}

/// A field of an object schema.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its description, with where it stands.
    pub description: Option<(String, Span)>,
    /// Its form.
    pub schema: Schema,
    /// Where its name stands, where known.
    pub span: Option<Span>,
}

/// A use of the reply, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// What is done with it.
    pub how: Use,
    /// The expression that does it.
    pub span: Span,
}

/// One way in which the reply is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Use {
    /// Converted to a number (`int(reply)`).
    Number,
    /// Compared with literal texts, or matched against them.
    Equals(Vec<String>),
    /// Looked up in a set or list of texts.
    In(Vec<String>),
    /// Searched for a literal (`"yes" in reply`).
    Contains(String),
    /// Parsed as JSON or by a schema.
    Json,
    /// Split into parts.
    Split,
    /// Parsed as a date.
    Date,
    /// Returned by the function that the call stands in.
    Returned,
    /// Printed or shown.
    Shown,
    /// Put into another prompt.
    OtherPrompt,
    /// Thrown away.
    Ignored,
    /// Handed to a function, by its name.
    Passed(String),
}

impl Role {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        match self {
            Role::System => "system",
            Role::User => "user",
            Role::Assistant => "assistant",
            Role::Tool => "tool",
        }
    }
}

impl Status {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        match self {
            Status::Unresolved => "unresolved",
            Status::Partial => "partial",
            Status::Resolved => "resolved",
        }
    }
}

impl HoleReason {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        match self {
            HoleReason::Parameter => "parameter",
            HoleReason::CallResult => "call result",
            HoleReason::Loop => "loop variable",
            HoleReason::Member => "member of a run-time value",
            HoleReason::Environment => "environment or configuration",
            HoleReason::Template => "template variable",
            HoleReason::Expression => "computed value",
            HoleReason::Unresolved => "name not found",
        }
    }
}

impl Message {
    /// Where a stretch of the text stands in the source: the span of its first run that overlaps,
    /// as far as that run goes.
    pub fn locate(&self, range: Range<usize>) -> Option<Span> {
        let end = |index: usize| {
            let run = &self.runs[index];
            run.at as usize + (run.span.end - run.span.start) as usize
        };
        let first = (0..self.runs.len()).find(|index| {
            end(*index) > range.start && (self.runs[*index].at as usize) < range.end
        })?;
        let run = self.runs[first];
        let skip = range.start.saturating_sub(run.at as usize) as u32;
        let mut last = run
            .span
            .end
            .min(run.span.start + (range.end - run.at as usize) as u32);
        // Neighbouring runs of one file (around an escape) make one stretch.
        for next in &self.runs[first + 1..] {
            if next.at as usize >= range.end
                || next.span.file != run.span.file
                || next.span.start < last
            {
                break;
            }
            last = next
                .span
                .end
                .min(next.span.start + (range.end as u32 - next.at));
        }
        Some(Span::new(run.span.file, run.span.start + skip, last))
    }
}
