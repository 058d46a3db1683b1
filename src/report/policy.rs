//! The one place where a report's calls are chosen: confidence, scope, rules, suppressions. Every
//! format, the exit code and the editor see what this leaves.

use super::{Call, Report};
use crate::rules::Confidence;
use crate::scope::Scope;
use crate::source::{FileId, Problem};
use rayon::prelude::*;

/// What is to be shown.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Least confidence of a finding.
    pub min_confidence: Confidence,
    /// Scopes.
    pub scopes: Vec<Scope>,
    /// Only these rules; empty: all.
    pub select: Vec<String>,
    /// Not these rules.
    pub ignore: Vec<String>,
}

/// A comment that suppresses a rule: `unprompt: ignore[rule-id] reason`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suppression {
    /// The file, as shown.
    pub path: String,
    /// The 1-based line of the comment.
    pub line: u32,
    /// The rule; `None` for all, which only `ignore-file` may say.
    pub rule: Option<String>,
    /// Whether it holds for the whole file.
    pub file: bool,
    /// Why, as written.
    pub reason: String,
    /// The lines it holds for: its own, and the next code line where it stands alone.
    lines: (u32, u32),
}

/// Keeps the findings that the policy shows, and notes suppressions that suppress nothing.
pub fn apply(report: &mut Report, policy: &Policy) {
    let files: Vec<FileId> = (0..report.program.files().len() as u32)
        .map(FileId)
        .collect();
    let all: Vec<Suppression> = files
        .into_par_iter()
        .flat_map_iter(|file| suppressions(report, file))
        .collect();
    let mut used = vec![false; all.len()];
    let calls = std::mem::take(&mut report.calls);
    report.calls = calls
        .into_iter()
        .filter(|call| call.is_finding())
        .filter(|call| {
            let mut suppressed = false;
            for (number, comment) in all.iter().enumerate() {
                if comment.covers(call) {
                    used[number] = true;
                    suppressed = true;
                }
            }
            !suppressed && policy.shows(call)
        })
        .collect();
    report.unused_suppressions = all
        .into_iter()
        .zip(used)
        .filter(|(_, used)| !used)
        .map(|(comment, _)| comment)
        .collect();
    report.unused_suppressions.sort();
}

impl Policy {
    fn shows(&self, call: &Call) -> bool {
        let rule = call.judgement.rule.as_deref().unwrap_or_default();
        call.judgement.confidence >= self.min_confidence
            && self.scopes.contains(&call.scope)
            && (self.select.is_empty() || self.select.iter().any(|name| name == rule))
            && !self.ignore.iter().any(|name| name == rule)
    }
}

impl Suppression {
    fn covers(&self, call: &Call) -> bool {
        let (start, end) = (call.place.0.line, call.place.1.line);
        let here = self.file || (self.lines.0 <= end && start <= self.lines.1);
        let named = match self.rule.as_deref() {
            Some(rule) => call.judgement.rule.as_deref() == Some(rule),
            None => self.file,
        };
        self.path == call.path && named && here
    }

    /// What is wrong with a comment that suppresses nothing.
    pub fn problem(&self) -> Problem {
        let what = match &self.rule {
            Some(rule) => format!("suppresses no {rule}: take it out"),
            None if self.file => "suppresses nothing: take it out".to_string(),
            None => "names no rule: write ignore[rule-id] and why".to_string(),
        };
        Problem {
            path: self.path.clone(),
            kind: "unused-suppression",
            message: format!("line {}: the comment {what}", self.line),
        }
    }
}

/// The suppressions among a file's comments.
pub fn suppressions(report: &Report, file: FileId) -> Vec<Suppression> {
    let text = report.program.text(file);
    if memchr::memmem::find(text.as_bytes(), MARK.as_bytes()).is_none() {
        return Vec::new();
    }
    let lines = report.lines(file);
    let mut found = Vec::new();
    for comment in &report.program.module(file).comments {
        let Some((whole, rules, reason)) = text.get(comment.span.range()).and_then(read) else {
            continue;
        };
        let line = lines.line(comment.span.start);
        let until = if comment.own_line {
            next_code_line(text, lines, line)
        } else {
            line
        };
        for rule in rules {
            found.push(Suppression {
                path: report.program.file(file).path.clone(),
                line,
                rule,
                file: whole,
                reason: reason.clone(),
                lines: (line, until),
            });
        }
    }
    found
}

const MARK: &str = "unprompt: ignore";

/// Whether a comment holds for the file, which rules it names, and why.
fn read(comment: &str) -> Option<(bool, Vec<Option<String>>, String)> {
    let rest = comment.trim_start_matches(['#', '/', '*', '!', ' ', '\t']);
    let rest = rest.strip_prefix(MARK)?;
    let (whole, rest) = match rest.strip_prefix("-file") {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let (rules, reason) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((rules, reason)) => {
            let names = rules.split(',').map(|name| Some(name.trim().to_string()));
            (names.collect(), reason)
        }
        // "ignored", "ignores" and the like are prose.
        None if rest.starts_with(char::is_alphanumeric) => return None,
        None => (vec![None], rest),
    };
    let reason = reason.trim().trim_end_matches("*/").trim().to_string();
    Some((whole, rules, reason))
}

/// The line of code that a comment of its own stands above; other comments may stand between.
fn next_code_line(text: &str, lines: &crate::source::LineIndex, line: u32) -> u32 {
    let count = lines.line(text.len() as u32);
    (line + 1..=count)
        .find(|next| {
            let code = text[lines.line_range(text, *next)].trim();
            !code.is_empty() && !code.starts_with('#') && !code.starts_with("//")
        })
        .unwrap_or(line)
}
