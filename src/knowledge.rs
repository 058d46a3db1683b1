//! The files of `rules/`, embedded: what is known about SDKs, tasks, words and models.
//!
//! This module only hands out text; the rooms that own a kind of file read it.

/// Path below `rules/` and text of every embedded file, sorted by path.
pub static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rules.rs"));
