//! The report in the terminal: for each finding the call, the words that ask for the work where they
//! are written, why, what to do, what it costs and the code; at the end what was covered.

mod closing;
mod inventory;

pub use inventory::{calls, unresolved};

use super::{Call, Report, Summary};
use crate::rules::{Rules, Verdict};
use crate::source::{FileId, Problem, Span};
use ariadne::{Color, Config, IndexType, Label, ReportKind, Source};
use closing::closing;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

/// How the text is written.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether with colours.
    pub colour: bool,
    /// Whether replacements are printed whole.
    pub replacements: bool,
}

/// How many lines of a replacement are shown unless the whole is asked for.
const CODE_LINES: usize = 12;

/// All findings and the closing lines.
pub fn check(report: &Report, summary: &Summary, rules: &Rules, options: Options) -> String {
    let mut out = String::new();
    for call in &report.calls {
        finding(report, call, rules, options, &mut out);
    }
    for comment in &report.unused_suppressions {
        let Problem { path, message, .. } = comment.problem();
        let _ = writeln!(out, "{}: {}\n", printable(&path), printable(&message));
    }
    closing(report, summary, &mut out);
    out
}

/// Ids of files as ariadne wants them, with their texts.
struct Files<'r> {
    report: &'r Report,
    sources: HashMap<FileId, Source<Cow<'r, str>>>,
}

impl<'r> ariadne::Cache<FileId> for &mut Files<'r> {
    type Storage = Cow<'r, str>;

    fn fetch(&mut self, id: &FileId) -> Result<&Source<Cow<'r, str>>, impl std::fmt::Debug> {
        let report = self.report;
        Ok::<_, String>(
            self.sources
                .entry(*id)
                .or_insert_with(|| Source::from(drawable(report.program.text(*id)))),
        )
    }

    fn display<'a>(&self, id: &'a FileId) -> Option<impl std::fmt::Display + 'a> {
        Some(printable(&self.report.program.file(*id).path))
    }
}

/// A text of the same bytes that does not steer the terminal, and whose lines end where ours do:
/// ariadne also breaks lines at form feeds, lone carriage returns and the separators of Unicode.
fn drawable(text: &str) -> Cow<'_, str> {
    let odd =
        |c: char| c.is_control() && c != '\n' && c != '\t' || matches!(c, '\u{2028}' | '\u{2029}');
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let mut drawn = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => drawn.push(c),
            c if !odd(c) => drawn.push(c),
            c => drawn.push(match c.len_utf8() {
                1 => ' ',
                2 => '¶',
                _ => '␤',
            }),
        }
    }
    Cow::Owned(drawn)
}

/// A text without control characters, which would steer the terminal.
fn printable(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(plain).collect()
}

fn finding(report: &Report, call: &Call, rules: &Rules, options: Options, out: &mut String) {
    let id = call.judgement.rule.as_deref().unwrap_or_default();
    let kind = format!("{}[{id}]", call.judgement.verdict.name());
    let message = printable(&call.judgement.message);
    match drawn(report, call, &kind, &message, options) {
        Some(snippet) => out.push_str(&snippet),
        None => {
            let place = place(report, call);
            let _ = writeln!(out, "{kind} {place}: {message}");
        }
    }
    advice(call, rules, options, out);
}

/// `app/mail.py:41:5`; in a notebook `mail.ipynb:cell 3:2:5`.
fn place(report: &Report, call: &Call) -> String {
    let (path, start) = (printable(&call.path), call.place.0);
    match report.program.cell(call.request.span.file, start.line) {
        Some((cell, line)) => format!("{path}:cell {cell}:{line}:{}", start.column),
        None => format!("{path}:{}:{}", start.line, start.column),
    }
}

/// The call and the words that ask for the work, each where it is written.
fn drawn(
    report: &Report,
    call: &Call,
    kind: &str,
    message: &str,
    options: Options,
) -> Option<String> {
    let colour = match call.judgement.verdict {
        Verdict::Code => Color::Red,
        Verdict::Hybrid => Color::Yellow,
        _ => Color::Blue,
    };
    let at = first_line(report, call.request.span);
    let mut labels = vec![(at, call_note(call), colour)];
    for evidence in &call.judgement.evidence {
        let span = evidence.span.map(|span| first_line(report, span));
        let span = span.filter(|span| span.start < span.end);
        if let Some(span) = span.filter(|_| evidence.kind == "directive") {
            labels.push((span, "the work that is asked for".into(), Color::Cyan));
        }
    }
    let config = Config::default()
        .with_index_type(IndexType::Byte)
        .with_color(options.colour);
    let mut built = ariadne::Report::build(ReportKind::Custom(kind, colour), (at.file, at.range()))
        .with_config(config)
        .with_message(message);
    // In the order of the lines, or ariadne draws one file in two pieces.
    labels.sort_by_key(|(span, ..)| (span.file != at.file, *span));
    for (order, (span, note, colour)) in labels.into_iter().enumerate() {
        let label = Label::new((span.file, span.range()));
        built = built.with_label(
            label
                .with_message(note)
                .with_color(colour)
                .with_order(order as i32),
        );
    }
    let mut bytes = Vec::new();
    let mut files = Files {
        report,
        sources: HashMap::new(),
    };
    built.finish().write(&mut files, &mut bytes).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    Some(tidied(&text, options.colour))
}

/// Without the blanks at the ends of lines, and without the colour that ariadne gives its heading
/// whether asked to or not; the sources hold no escapes of their own any more.
fn tidied(text: &str, colour: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let mut parts = line.split('\x1b');
        let mut plain = parts.next().unwrap_or_default().to_string();
        if !colour {
            plain.extend(
                parts
                    .filter_map(|part| part.split_once('m'))
                    .map(|(_, rest)| rest),
            );
        }
        out.push_str(if colour { line } else { &plain }.trim_end());
        out.push('\n');
    }
    out
}

/// What a label beside the call says: how sure, through what.
fn call_note(call: &Call) -> String {
    let mut note = format!("{} confidence", call.judgement.confidence.name());
    if let Some(via) = &call.request.via {
        let _ = write!(note, ", through {}", printable(via));
    }
    note
}

/// A span cut at the end of its first line, so that a long call stays a short snippet.
fn first_line(report: &Report, span: Span) -> Span {
    let text = &report.program.text(span.file)[span.range()];
    let skipped = text.len() - text.trim_start().len();
    let length = text[skipped..].find('\n').unwrap_or(text.len() - skipped);
    let start = span.start + skipped as u32;
    let line = text[skipped..][..length].trim_end();
    Span::new(span.file, start, start + line.len() as u32)
}

fn advice(call: &Call, rules: &Rules, options: Options, out: &mut String) {
    let Some(rule) = call.judgement.rule.as_deref().and_then(|id| rules.get(id)) else {
        return;
    };
    let what = match call.judgement.verdict {
        Verdict::Hybrid => "rule first, model for the rest",
        Verdict::SmallModel => "a small local model",
        _ => "replace the call",
    };
    let _ = writeln!(out, "  why:  {}", first_sentence(&rule.why));
    let _ = writeln!(out, "  do:   {what}: {}", rule.suggest);
    let _ = writeln!(out, "  cost: {}", cost_line(call));
    if let Some(replacement) = &call.replacement {
        let needs = if replacement.dependencies.is_empty() {
            String::new()
        } else {
            format!(" (needs {})", replacement.dependencies.join(", "))
        };
        let lines: Vec<&str> = replacement.code.trim_end().lines().collect();
        let shown = if options.replacements {
            lines.len()
        } else {
            lines.len().min(CODE_LINES)
        };
        let _ = writeln!(out, "  code: {}{needs}", replacement.function);
        for line in &lines[..shown] {
            let _ = writeln!(out, "    | {line}");
        }
        if shown < lines.len() {
            let _ = writeln!(
                out,
                "    | … {} more lines: --replacements, or unprompt explain {}",
                lines.len() - shown,
                rule.id
            );
        }
    }
    out.push('\n');
}

fn first_sentence(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.find(". ") {
        Some(end) => text[..=end].to_string(),
        None => text,
    }
}

fn cost_line(call: &Call) -> String {
    let estimate = &call.estimate;
    let mut line = match (estimate.cost_per_call, estimate.per_1000()) {
        (Some(one), Some(thousand)) => {
            format!("{} a call, {} per 1,000", one.shown(), thousand.shown())
        }
        _ => "price not known".to_string(),
    };
    if let Some(latency) = estimate.latency {
        let seconds = |ms: u32| format!("{:.1}", f64::from(ms) / 1000.0);
        let _ = write!(
            line,
            "; {} s a call ({}–{})",
            seconds(latency.typical),
            seconds(latency.low),
            seconds(latency.high)
        );
    }
    if let (Some(monthly), Some(volume)) = (estimate.monthly(), estimate.calls_per_month) {
        let _ = write!(
            line,
            "; {} a month at {volume} calls (configured)",
            monthly.shown()
        );
    }
    if let (Some(input), Some(output)) = (estimate.input_tokens, estimate.output_tokens) {
        let _ = write!(
            line,
            "  [{input} + {output} tokens, {}",
            estimate.tokens_basis.name()
        );
        if let Some(source) = &estimate.price_source {
            let _ = write!(line, "; {source}");
        }
        line.push(']');
    }
    line
}
