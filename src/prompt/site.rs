//! A function that sends what its callers bring, and what of a caller's prompt the caller brings.

use super::request::Read;
use super::wrapper::{Brings, HasWork};
use super::{Message, Prompt, Role};
use crate::index::FnRef;
use std::collections::HashSet;

/// How many words side by side tell a site's own text from what its callers bring.
const RUN: usize = 3;
/// How many words of a caller's are an instruction, whatever they say.
const LEAST_INSTRUCTION: usize = 8;

/// A function that sends what its callers bring.
#[derive(Clone)]
pub(super) struct Site {
    pub function: FnRef,
    pub brings: Brings,
    /// How many words it knows itself.
    pub words: usize,
    /// The runs of words that it knows itself, where callers add messages to them.
    own: HashSet<String>,
    /// Whether its own instructions are the system's, so that what a user says is what they work on.
    instructs: bool,
}

impl Site {
    /// The site that knows `prompt` itself.
    pub fn new(
        function: FnRef,
        brings: Brings,
        prompt: Option<&Prompt>,
        has_work: HasWork,
    ) -> Site {
        let beside = prompt.filter(|_| brings == Brings::Beside);
        let variants = beside.map_or(&[][..], |prompt| &prompt.variants);
        let of_system = only(variants, |message| {
            (message.role == Role::System).then(|| message.clone())
        });
        let parts = variants.iter().flatten().flat_map(known_parts);
        let lines = parts.flat_map(str::lines);
        Site {
            function,
            brings,
            words: prompt.map_or(0, words),
            own: lines.flat_map(runs_of_words).collect(),
            instructs: beside.is_some() && has_work(&of_system),
        }
    }

    /// The same, seen from a function around it.
    pub fn further_out(&self, function: FnRef) -> Site {
        Site {
            function,
            ..self.clone()
        }
    }

    /// Whether a caller brings instructions beside the site's own.
    pub fn is_brought_work(&self, read: &Read, has_work: HasWork) -> bool {
        let brought = self.brought(read);
        words(&brought) >= LEAST_INSTRUCTION || has_work(&brought)
    }

    /// The lines of a caller's text that are not the site's own with its holes filled.
    fn new_lines<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        text.lines().filter(|line| {
            let mut all = runs_of_words(line).peekable();
            let some = all.peek().is_some();
            let (known, new): (Vec<String>, Vec<String>) =
                all.partition(|run| self.own.contains(run));
            some && new.len() > known.len()
        })
    }

    /// What of a caller's prompt the caller brings.
    pub fn brought(&self, read: &Read) -> Prompt {
        only(&read.request.prompt.variants, |message| {
            if self.instructs && message.role != Role::System {
                return None;
            }
            let parts = known_parts(message).into_iter();
            let new: Vec<&str> = parts.flat_map(|part| self.new_lines(part)).collect();
            (!new.is_empty()).then(|| Message {
                role: message.role,
                text: new.join("\n"),
                holes: Vec::new(),
                runs: Vec::new(),
                media: message.media,
            })
        })
    }
}

/// The words of a line, three by three as they stand side by side; all of a shorter line.
fn runs_of_words(line: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let length = words.len().min(RUN);
    let runs: Vec<String> = match length {
        0 => Vec::new(),
        length => words.windows(length).map(|run| run.join(" ")).collect(),
    };
    runs.into_iter()
}

/// A prompt of what `keep` keeps of the messages.
fn only(variants: &[Vec<Message>], keep: impl Fn(&Message) -> Option<Message>) -> Prompt {
    let kept = |messages: &Vec<Message>| messages.iter().filter_map(&keep).collect();
    Prompt {
        variants: variants.iter().map(kept).collect(),
        ..Prompt::default()
    }
}

/// How many known words a prompt has.
pub(super) fn words(prompt: &Prompt) -> usize {
    let words = |message: &Message| -> usize {
        let known = known_parts(message).into_iter();
        known.map(|part| part.split_whitespace().count()).sum()
    };
    let count = |messages: &Vec<_>| messages.iter().map(words).sum();
    prompt.variants.iter().map(count).max().unwrap_or(0)
}

/// The stretches of a message's text that are known.
fn known_parts(message: &Message) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut last = 0;
    for (range, _) in &message.holes {
        parts.push(message.text[last..range.start].trim());
        last = range.end;
    }
    parts.push(message.text[last..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}
