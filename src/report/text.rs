//! The report in the terminal: for each finding the call, the words that ask for the work where they
//! are written, why, what to do, what it costs and the code; at the end what was covered.

use super::{Call, Report, Summary};
use crate::prompt::Status;
use crate::rules::{Confidence, Rules, Verdict};
use crate::source::{FileId, Span};
use ariadne::{Color, Config, IndexType, Label, ReportKind, Source};
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
        let _ = writeln!(
            out,
            "unused suppression of {} at {}:{}: take it out\n",
            comment.rule, comment.path, comment.line
        );
    }
    closing(report, summary, &mut out);
    out
}

/// Ids of files as ariadne wants them, with their texts.
struct Files<'r> {
    report: &'r Report,
    sources: HashMap<FileId, Source<&'r str>>,
}

impl<'r> ariadne::Cache<FileId> for &mut Files<'r> {
    type Storage = &'r str;

    fn fetch(&mut self, id: &FileId) -> Result<&Source<&'r str>, impl std::fmt::Debug> {
        let report = self.report;
        Ok::<_, String>(
            self.sources
                .entry(*id)
                .or_insert_with(|| Source::from(report.program.text(*id))),
        )
    }

    fn display<'a>(&self, id: &'a FileId) -> Option<impl std::fmt::Display + 'a> {
        Some(self.report.program.file(*id).path.clone())
    }
}

fn finding(report: &Report, call: &Call, rules: &Rules, options: Options, out: &mut String) {
    let id = call.judgement.rule.as_deref().unwrap_or_default();
    let colour = match call.judgement.verdict {
        Verdict::Code => Color::Red,
        Verdict::Hybrid => Color::Yellow,
        _ => Color::Blue,
    };
    let at = first_line(report, call.request.span);
    let kind = format!("{}[{id}]", call.judgement.verdict.name());
    let config = Config::default()
        .with_index_type(IndexType::Byte)
        .with_color(options.colour);
    let mut built =
        ariadne::Report::build(ReportKind::Custom(&kind, colour), (at.file, at.range()))
            .with_config(config)
            .with_message(&call.judgement.message)
            .with_label(
                Label::new((at.file, at.range()))
                    .with_message(call_note(call))
                    .with_color(colour),
            );
    for evidence in call
        .judgement
        .evidence
        .iter()
        .filter(|evidence| evidence.kind == "directive")
    {
        if let Some(span) = evidence
            .span
            .map(|span| first_line(report, span))
            .filter(|span| span.start < span.end)
        {
            built = built.with_label(
                Label::new((span.file, span.range()))
                    .with_message("the work that is asked for")
                    .with_color(Color::Cyan),
            );
        }
    }
    let mut bytes = Vec::new();
    let mut files = Files {
        report,
        sources: HashMap::new(),
    };
    // Writing into memory does not fail; what could not be drawn is still said below.
    if built.finish().write(&mut files, &mut bytes).is_err() {
        let _ = writeln!(
            out,
            "{kind} {}:{}: {}",
            call.path, call.place.0.line, call.judgement.message
        );
    }
    out.push_str(&String::from_utf8_lossy(&bytes));
    advice(call, rules, options, out);
}

/// What a label beside the call says: model, function, wrapper.
fn call_note(call: &Call) -> String {
    let mut note = format!("{} confidence", call.judgement.confidence.name());
    if let Some(via) = &call.request.via {
        let _ = write!(note, ", through {via}");
    }
    note
}

/// A span cut at the end of its first line, so that a long call stays a short snippet.
fn first_line(report: &Report, span: Span) -> Span {
    let text = &report.program.text(span.file)[span.range()];
    let skipped = text.len() - text.trim_start().len();
    let length = text[skipped..].find('\n').unwrap_or(text.len() - skipped);
    let start = span.start + skipped as u32;
    Span::new(
        span.file,
        start,
        start + text[skipped..][..length].trim_end().len() as u32,
    )
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

fn closing(report: &Report, summary: &Summary, out: &mut String) {
    let sites = |count: usize| {
        if count == 1 {
            "1 call site".to_string()
        } else {
            format!("{count} call sites")
        }
    };
    let findings = if summary.findings == 1 {
        "1 finding".to_string()
    } else {
        format!("{} findings", summary.findings)
    };
    let _ = writeln!(
        out,
        "{findings} in {} ({} files, {} parsed)",
        sites(summary.call_sites),
        report.files_scanned,
        report.files_parsed
    );
    if summary.findings > 0 {
        let shown = |verdict: Verdict| {
            report
                .calls
                .iter()
                .filter(|call| call.judgement.verdict == verdict)
                .count()
        };
        let typical: u64 = report
            .calls
            .iter()
            .filter_map(|call| call.estimate.latency)
            .map(|latency| u64::from(latency.typical))
            .sum();
        let unpriced = report
            .calls
            .iter()
            .filter(|call| call.estimate.cost_per_call.is_none())
            .count();
        let _ = writeln!(
            out,
            "code {}, hybrid {}, small model {}; together {} per 1,000 calls of each, {:.1} s for one of each{}",
            shown(Verdict::Code),
            shown(Verdict::Hybrid),
            shown(Verdict::SmallModel),
            summary.per_1000.shown(),
            typical as f64 / 1000.0,
            if unpriced > 0 {
                format!(" ({unpriced} without a known price)")
            } else {
                String::new()
            },
        );
        if let Some(monthly) = summary.monthly {
            let _ = writeln!(out, "{} a month at the configured volumes", monthly.shown());
        }
    }
    out.push_str(&coverage(summary));
    if !report.problems.is_empty() {
        let _ = writeln!(
            out,
            "{} files could not be read or parsed (listed on standard error)",
            report.problems.len()
        );
    }
}

/// `read 34 of 51 prompts (9 partly, 8 not: 5 parameters of public functions, …)`.
fn coverage(summary: &Summary) -> String {
    let [resolved, partial, unresolved] = summary.prompts;
    let mut line = format!(
        "read {resolved} of {} prompts",
        resolved + partial + unresolved
    );
    if partial + unresolved > 0 {
        let reasons: Vec<String> = summary
            .reasons
            .iter()
            .take(4)
            .map(|(reason, count)| format!("{count} {reason}"))
            .collect();
        let _ = write!(
            line,
            " ({partial} partly, {unresolved} not: {})",
            reasons.join(", ")
        );
    }
    line.push('\n');
    line
}

/// The inventory: a line a call, then the closing lines.
pub fn calls(report: &Report, summary: &Summary) -> String {
    let mut out = String::new();
    for call in &report.calls {
        let verdict = match call.judgement.verdict {
            Verdict::Llm => "llm".to_string(),
            verdict if call.judgement.confidence == Confidence::Low => {
                format!("{}?", verdict.name())
            }
            verdict => verdict.name().to_string(),
        };
        let status = match call.request.prompt.status {
            Status::Resolved => "read",
            Status::Partial => "partly read",
            Status::Unresolved => "not read",
        };
        let via = call
            .request
            .via
            .as_deref()
            .map_or(String::new(), |via| format!(" via {via}"));
        let _ = writeln!(
            out,
            "{}:{}:{}  {}  {}{via}  {verdict}{}  [{status}]",
            call.path,
            call.place.0.line,
            call.place.0.column,
            call.request.sdk,
            call.request.model.as_deref().unwrap_or("model not known"),
            call.judgement
                .rule
                .as_deref()
                .map_or(String::new(), |rule| format!(" {rule}")),
        );
        if let Some(first) = opening(call) {
            let _ = writeln!(out, "    {first}");
        }
    }
    let _ = writeln!(
        out,
        "{} call sites ({} files, {} parsed): code {}, hybrid {}, small model {}, llm {}",
        summary.call_sites,
        report.files_scanned,
        report.files_parsed,
        summary.verdicts[0],
        summary.verdicts[1],
        summary.verdicts[2],
        summary.verdicts[3]
    );
    out.push_str(&coverage(summary));
    out
}

/// The first words of a prompt.
fn opening(call: &Call) -> Option<String> {
    let messages = call.request.prompt.variants.get(call.judgement.variant)?;
    let text: Vec<&str> = messages
        .iter()
        .flat_map(|message| message.text.split_whitespace())
        .take(40)
        .collect();
    let mut line = text.join(" ");
    if let Some((cut, _)) = line.char_indices().nth(100) {
        line.truncate(cut);
        line.push('…');
    }
    (!line.is_empty()).then_some(line)
}
