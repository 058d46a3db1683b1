//! A rule as its folder in `rules/task/` describes it.

use super::load::PromptRow;
use super::{Technique, Verdict};
use crate::task::{ActionClass, Feature, Features, ObjectClass};

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
    /// The work it covers.
    pub frames: Vec<RuleFrame>,
    /// The replacements, one a language.
    pub replacements: Vec<RuleReplacement>,
    /// Prompts that it covers.
    pub examples: Vec<PromptRow>,
    /// Prompts that share its words and are none.
    pub near_misses: Vec<PromptRow>,
}

/// A piece of work that a rule covers. Empty lists do not restrict; within a list one is enough.
#[derive(Clone, Debug, Default)]
pub struct RuleFrame {
    /// Actions by name.
    pub actions: Vec<u16>,
    /// Actions by class.
    pub action_classes: Vec<ActionClass>,
    /// Objects by name (or one of their parents).
    pub objects: Vec<u16>,
    /// Objects by class.
    pub object_classes: Vec<ObjectClass>,
    /// What it becomes.
    pub to: Vec<u16>,
    /// What it becomes, by class.
    pub to_classes: Vec<ObjectClass>,
    /// Features that the reading must have.
    pub needs: Vec<Feature>,
    /// Features that it must not have.
    pub forbids: Vec<Feature>,
}

impl Rule {
    /// Whether some frame of it could hold for a reading with such features.
    pub fn may_hold(&self, features: &Features) -> bool {
        self.frames.iter().any(|row| row.may_hold(features))
    }
}

impl RuleFrame {
    /// Whether a reading has the features that this needs, and none that it forbids. A prompt without any
    /// input asks for a fixed answer, whatever it says: only a frame about fixed answers holds there.
    pub fn may_hold(&self, features: &Features) -> bool {
        let has = |feature: &Feature| features.of(*feature) > 0.0;
        self.needs.iter().all(has)
            && !self.forbids.iter().any(has)
            && (features.of(Feature::NO_HOLE) <= 0.0 || self.needs.contains(&Feature::NO_HOLE))
    }
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
