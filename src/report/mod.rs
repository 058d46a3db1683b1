//! The result of a scan, the one place where policy is applied to it, and one file a format.
//!
//! Nothing here analyses: a renderer is given a finished [`Report`].

mod json;
mod policy;
mod summary;
mod text;

pub use json::render as json;
pub use policy::{Policy, Suppression, apply, suppressions};
pub use summary::Summary;
pub use text::{
    Options as TextOptions, calls as text_calls, check as text_check, unresolved as text_unresolved,
};

use crate::estimate::{Estimate, Money};
use crate::index::Program;
use crate::prompt::Request;
use crate::replace::Replacement;
use crate::rules::{Judgement, Verdict};
use crate::scope::Scope;
use crate::source::{FileId, LineIndex, Place, Problem, Span};

/// A call site with all that was concluded about it.
#[derive(Clone, Debug)]
pub struct Call {
    /// Its path, as shown.
    pub path: String,
    /// Where it starts and ends.
    pub place: (Place, Place),
    /// `python`, `typescript`, `javascript`, `rust`.
    pub language: &'static str,
    /// What kind of code it stands in.
    pub scope: Scope,
    /// What is sent.
    pub request: Request,
    /// What should become of it.
    pub judgement: Judgement,
    /// What it costs.
    pub estimate: Estimate,
    /// The code that does it.
    pub replacement: Option<Replacement>,
    /// Its identity over edits: no line in it.
    pub fingerprint: String,
}

impl Call {
    /// Whether it is a finding at all, of whatever confidence.
    pub fn is_finding(&self) -> bool {
        self.judgement.verdict != Verdict::Llm
    }

    /// What a month without the call would save; `None` where its volume or its share is not known.
    pub fn monthly_saving(&self) -> Option<Money> {
        match self.judgement.verdict {
            Verdict::Code | Verdict::SmallModel => self.estimate.monthly(),
            Verdict::Hybrid | Verdict::Llm => None,
        }
    }
}

/// What a scan gives.
#[derive(Debug)]
pub struct Report {
    /// The files, for snippets.
    pub program: Program,
    /// The named roots, as given.
    pub root: String,
    /// How many files of a known language there are.
    pub files_scanned: usize,
    /// How many of them were parsed.
    pub files_parsed: usize,
    /// All calls, ordered by path, then position.
    pub calls: Vec<Call>,
    /// What could not be read or parsed.
    pub problems: Vec<Problem>,
    /// How many files were left out on purpose, by what they are.
    pub left_out: std::collections::BTreeMap<&'static str, usize>,
    /// Suppression comments that suppress nothing.
    pub unused_suppressions: Vec<Suppression>,
    lines: Vec<std::sync::OnceLock<LineIndex>>,
}

impl Report {
    /// A report without calls yet.
    pub fn new(program: Program, root: String) -> Report {
        let lines = (0..program.file_count())
            .map(|_| std::sync::OnceLock::new())
            .collect();
        Report {
            files_scanned: program.files().len(),
            files_parsed: 0,
            program,
            root,
            calls: Vec::new(),
            problems: Vec::new(),
            left_out: std::collections::BTreeMap::new(),
            unused_suppressions: Vec::new(),
            lines,
        }
    }

    /// The line starts of a file.
    pub fn lines(&self, file: FileId) -> &LineIndex {
        self.lines[file.0 as usize].get_or_init(|| LineIndex::new(self.program.text(file)))
    }

    /// Where a span starts and ends.
    pub fn places(&self, span: Span) -> (Place, Place) {
        let text = self.program.text(span.file);
        let lines = self.lines(span.file);
        (lines.place(text, span.start), lines.place(text, span.end))
    }
}
