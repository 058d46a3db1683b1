//! The engine of `unprompt`: finds calls to language models that plain code should do.

pub mod frontend;
pub mod ir;
pub mod knowledge;
pub mod prompt;
pub mod rules;
pub mod source;
pub mod task;
