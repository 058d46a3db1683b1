//! What is concluded about one call: the nouns that rendering and estimating work with.

use crate::source::Span;

/// What should become of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// The output is a computable function of the input: replace.
    Code,
    /// Code answers most inputs; the model stays as fallback.
    Hybrid,
    /// Bounded output that needs some semantics: a local library or classical model serves.
    SmallModel,
    /// Keep the model.
    Llm,
}

/// The kind of code that takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Technique {
    /// Pattern matching.
    Regex,
    /// Reading a structured format.
    Parser,
    /// A table.
    Lookup,
    /// Calculation.
    Arithmetic,
    /// Calendar work.
    Datetime,
    /// Rewriting text by rule.
    StringTransform,
    /// Ordering, removing duplicates, counting.
    SortDedupeCount,
    /// Checking a form.
    Validation,
    /// Filling a template.
    Template,
    /// The answer never changes.
    Constant,
    /// Choosing by stated conditions.
    Routing,
    /// Naming the language of a text.
    LanguageId,
    /// Telling positive from negative.
    Sentiment,
    /// Anything else.
    Other,
}

/// How sure a judgement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// A note.
    Low,
    /// Shown by default.
    Medium,
    /// Would be signed by a careful engineer unseen.
    High,
}

/// The judgement on one call.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// What should become of the call.
    pub verdict: Verdict,
    /// What takes over; `None` where the verdict is [`Verdict::Llm`].
    pub technique: Option<Technique>,
    /// The rule that covers the work.
    pub rule: Option<String>,
    /// How sure it is.
    pub confidence: Confidence,
    /// What it rests on, the deciding directive first.
    pub evidence: Vec<Evidence>,
    /// One plain line: `asks gpt-4o-mini to extract an e-mail address; a regular expression does`.
    pub message: String,
    /// The bounds of the reply, where the code shows them.
    pub bounded: Option<Bounded>,
    /// What the reply looks like, for estimating its tokens.
    pub reply: ReplyShape,
    /// What the replacement takes from the call (labels, table, constant …).
    pub slots: Vec<(String, Slot)>,
    /// Which of the prompt's variants decided.
    pub variant: usize,
    /// How the prompt was read and what decided, step by step.
    pub trail: Trail,
}

/// A thing that supports a judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// `directive`, `contract`, `schema`, `parameter`, `consumer`, `type`, `example`.
    pub kind: &'static str,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Option<Span>,
}

/// The bounds of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounded {
    /// `text`, `boolean`, `enum`, `number`, `date`, `json`.
    pub kind: &'static str,
    /// The closed set of values.
    pub values: Option<Vec<String>>,
}

/// What a reply looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyShape {
    /// Typical number of tokens; `None`: as long as the input (an echo).
    pub tokens: Option<u32>,
    /// In words, for the list of assumptions: `an address`.
    pub basis: String,
}

/// A value that a replacement takes from the call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A text.
    Text(String),
    /// A list of texts.
    List(Vec<String>),
    /// Pairs of texts.
    Table(Vec<(String, String)>),
}

/// The reading of a call, for `explain --call`: sections of lines, in the order of the work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// Title and lines of each section (`Segments`, `Frames`, `Left over`, `Evidence`, `Decision`).
    pub sections: Vec<(&'static str, Vec<String>)>,
}

impl Verdict {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Code => "code",
            Verdict::Hybrid => "hybrid",
            Verdict::SmallModel => "small-model",
            Verdict::Llm => "llm",
        }
    }
}

impl Technique {
    /// All of them, with the contract's names.
    pub const NAMES: &'static [(Technique, &'static str)] = &[
        (Technique::Regex, "regex"),
        (Technique::Parser, "parser"),
        (Technique::Lookup, "lookup"),
        (Technique::Arithmetic, "arithmetic"),
        (Technique::Datetime, "datetime"),
        (Technique::StringTransform, "string-transform"),
        (Technique::SortDedupeCount, "sort-dedupe-count"),
        (Technique::Validation, "validation"),
        (Technique::Template, "template"),
        (Technique::Constant, "constant"),
        (Technique::Routing, "routing"),
        (Technique::LanguageId, "language-id"),
        (Technique::Sentiment, "sentiment"),
        (Technique::Other, "other"),
    ];

    /// The contract's name.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(technique, _)| *technique == self)
            .map_or("other", |(_, name)| name)
    }
}

impl Confidence {
    /// The contract's name.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}
