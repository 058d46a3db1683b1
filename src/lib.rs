//! The engine of `unprompt`: finds calls to language models that plain code should do.

pub mod frontend;
pub mod index;
pub mod ir;
pub mod knowledge;
pub mod prompt;
pub mod rules;
pub mod sdk;
pub mod source;
pub mod task;
