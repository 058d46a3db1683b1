//! Rules: what tasks are known, and the judgement on a task.
//!
//! This room must not know the IR, any syntax or how anything is rendered. It reads
//! `rules/task/`, the weights beside it and the user's rule folders, and nothing else of the disk.

mod bounded;
mod choice;
mod cover;
mod judge;
mod judgement;
mod load;
mod rule;
mod signs;
mod slots;
mod step;
#[cfg(test)]
mod tests;
mod trail;
mod weights;

pub use judge::judge;
pub use judgement::{
    Bounded, Confidence, Evidence, Judgement, ReplyShape, Slot, Technique, Trail, Verdict,
};
pub use load::{PromptRow, has_rules};
pub use rule::{Rule, RuleFrame, RuleReplacement, RuleReply};

use crate::task::{Lexicon, Notions};
use choice::Choice;
use signs::Signs;
use weights::Weights;

/// All that a judgement needs to know.
#[derive(Debug)]
pub struct Rules {
    rules: Vec<Rule>,
    lexicon: Lexicon,
    weights: Weights,
    choice: Choice,
    signs: Signs,
}

impl Rules {
    /// The rules, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The rule of that name.
    pub fn get(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// The words that prompts are read by.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}
