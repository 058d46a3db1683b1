//! Rules: what tasks are known, and the judgement on a task.
//!
//! This room must not know the IR, any syntax or how anything is rendered.

mod judgement;
mod rule;

pub use judgement::{
    Bounded, Confidence, Evidence, Judgement, ReplyShape, Slot, Technique, Trail, Verdict,
};
pub use rule::{Rule, RuleReplacement, RuleReply};
