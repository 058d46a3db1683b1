//! A rule as its folder in `rules/task/` describes it.

use super::{Technique, Verdict};

/// One rule: what task it names, why code does it, and the code.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The folder's name.
    pub id: String,
    /// `Extract an e-mail address`.
    pub title: String,
    /// The verdict for calls it covers.
    pub verdict: Verdict,
    /// What takes over.
    pub technique: Technique,
    /// Why, in two to four sentences.
    pub why: String,
    /// What to do, in one line.
    pub suggest: String,
    /// Verb phrase: `extract an e-mail address`.
    pub does: String,
    /// Clause: `a regular expression does`.
    pub instead: String,
    /// What inputs the replacement handles.
    pub covers: String,
    /// Where its answer may differ from the model's.
    pub differs: String,
    /// Pages that say so.
    pub references: Vec<String>,
    /// What the reply looks like: kind, typical tokens (`None` for an echo), basis.
    pub reply: RuleReply,
    /// The replacements, one a language.
    pub replacements: Vec<RuleReplacement>,
}

/// What a rule's reply looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleReply {
    /// `text`, `boolean`, `number`, `date`, `enum`, `json`, `echo`.
    pub kind: String,
    /// Typical number of tokens.
    pub typical_tokens: u32,
    /// In words.
    pub basis: String,
}

/// A rule's replacement in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleReplacement {
    /// `python`, `typescript` (serves JavaScript too), `rust`.
    pub language: &'static str,
    /// The function to call.
    pub function: String,
    /// Packages it needs, as the language's manifest writes them.
    pub dependencies: Vec<String>,
    /// The source file.
    pub code: String,
}
