//! The engine of `unprompt`: finds calls to language models that plain code should do.

pub mod cli;
pub mod config;
pub mod engine;
pub mod estimate;
pub mod frontend;
pub mod index;
pub mod ir;
pub mod knowledge;
pub mod prompt;
pub mod replace;
pub mod report;
pub mod rules;
pub mod scope;
pub mod sdk;
pub mod source;
pub mod task;
