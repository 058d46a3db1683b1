//! The inventory of `calls`: for each what is sent and where each piece of it stands, then the
//! closing lines; and what could not be read, by reason.

use super::closing::{coverage, files, many, money};
use super::{place, printable};
use crate::prompt::{Message, Status};
use crate::report::{Call, Report, Summary};
use crate::rules::{Confidence, Verdict};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// How many characters of a message are shown.
const LONGEST: usize = 300;
/// How many sites are named for one reason.
const MOST_NAMED: usize = 8;

/// The inventory: each call with its prompt, then the closing lines.
pub fn calls(report: &Report, summary: &Summary) -> String {
    let mut out = String::new();
    for call in &report.calls {
        let via = call.request.via.as_deref();
        let _ = writeln!(
            out,
            "{}  {}  {}{}{}  {}{}  [{}]",
            place(report, call),
            printable(&call.request.sdk),
            printable(call.request.model.as_deref().unwrap_or("model not known")),
            assumed(call),
            via.map_or(String::new(), |via| format!(" via {}", printable(via))),
            verdict(call),
            call.judgement
                .rule
                .as_deref()
                .map_or(String::new(), |rule| format!(" {rule}")),
            status(call),
        );
        prompt(report, call, &mut out);
    }
    let [code, hybrid, small, llm] = summary.verdicts;
    let _ = writeln!(
        out,
        "{} ({}): code {code}, hybrid {hybrid}, small model {small}, llm {llm}",
        many(summary.call_sites, "call site"),
        files(report),
    );
    money(summary, report, &mut out);
    coverage(report, summary, &mut out);
    out
}

/// A mark behind a model that the code does not name for the call.
fn assumed(call: &Call) -> &'static str {
    match call.request.model_assumed {
        Some(_) => " (default)",
        None => "",
    }
}

fn verdict(call: &Call) -> String {
    match call.judgement.verdict {
        Verdict::Llm => "llm".to_string(),
        verdict if call.judgement.confidence == Confidence::Low => format!("{}?", verdict.name()),
        verdict => verdict.name().to_string(),
    }
}

fn status(call: &Call) -> &'static str {
    match call.request.prompt.status {
        Status::Resolved => "read",
        Status::Partial => "partly read",
        Status::Unresolved => "not read",
    }
}

/// The messages of the alternative that was judged, with where they stand, and what is missing.
fn prompt(report: &Report, call: &Call, out: &mut String) {
    let prompt = &call.request.prompt;
    let messages = prompt.variants.get(call.judgement.variant);
    for message in messages.into_iter().flatten() {
        let media = if message.media { " with media" } else { "" };
        let sources = sources(report, call, message);
        let from = match sources.is_empty() {
            true => String::new(),
            false => format!("  ({})", sources.join(", ")),
        };
        let _ = writeln!(
            out,
            "    {}{media}: {}{from}",
            message.role.name(),
            shortened(&message.text)
        );
    }
    let others = prompt.variants.len().saturating_sub(1);
    if others > 0 {
        let _ = writeln!(out, "    or {}", many(others, "other prompt"));
    }
    if prompt.status != Status::Resolved && !prompt.reasons.is_empty() {
        let _ = writeln!(
            out,
            "    missing: {}",
            printable(&prompt.reasons.join("; "))
        );
    }
}

/// A text on one line, cut where it is long.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(LONGEST).collect();
    let mut line = printable(&words.join(" "));
    if let Some((cut, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(cut);
        line.push('…');
    }
    line
}

/// Where the pieces of a message stand: `line 12`, `prompts/mail.txt:1`.
fn sources(report: &Report, call: &Call, message: &Message) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for run in &message.runs {
        let file = run.span.file;
        let line = report.lines(file).line(run.span.start);
        let path = printable(&report.program.file(file).path);
        let own = path == call.path;
        let (known, line) = match report.program.cell(file, line) {
            Some((cell, line)) if own => (format!("cell {cell}:"), line.to_string()),
            Some((cell, line)) => (format!("{path}:"), format!("cell {cell}:{line}")),
            None if own => ("line ".to_string(), line.to_string()),
            None => (format!("{path}:"), line.to_string()),
        };
        // Of neighbouring pieces the first tells enough.
        if found.len() < 4 && !found.iter().any(|other| other.starts_with(&known)) {
            found.push(format!("{known}{line}"));
        }
    }
    found
}

/// What could not be read, grouped by why, the most frequent first, each with the names and places
/// that it comes from.
pub fn unresolved(report: &Report, summary: &Summary) -> String {
    let mut groups: BTreeMap<&str, Vec<(&str, &Call)>> = BTreeMap::new();
    for call in &report.calls {
        let prompt = &call.request.prompt;
        if prompt.status == Status::Resolved {
            continue;
        }
        for reason in &prompt.reasons {
            let (kind, what) = reason.split_once(": ").unwrap_or((reason, ""));
            groups.entry(kind).or_default().push((what, call));
        }
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(kind, sites)| (std::cmp::Reverse(sites.len()), *kind));
    let mut out = String::new();
    for (kind, sites) in groups {
        let _ = writeln!(out, "{} {}", sites.len(), printable(kind));
        origins(report, &sites, &mut out);
        out.push('\n');
    }
    coverage(report, summary, &mut out);
    if summary.prompts[1] + summary.prompts[2] > 0 {
        out.push_str("teach a client of your own in unprompt.toml: [[wrapper]], call = \"app.llm.ask\", prompt = \"text\"\n");
    }
    out
}

/// The origins of one reason, the most frequent first, with the sites that they spoil.
fn origins(report: &Report, sites: &[(&str, &Call)], out: &mut String) {
    let mut origins: BTreeMap<&str, Vec<&Call>> = BTreeMap::new();
    for (what, call) in sites {
        origins.entry(what).or_default().push(call);
    }
    let mut origins: Vec<_> = origins.into_iter().collect();
    origins.sort_by_key(|(what, calls)| (std::cmp::Reverse(calls.len()), *what));
    for (what, calls) in origins {
        let named = calls.iter().take(MOST_NAMED);
        let mut places: Vec<String> = named.map(|call| place(report, call)).collect();
        if calls.len() > MOST_NAMED {
            places.push(format!("and {} more", calls.len() - MOST_NAMED));
        }
        let what = match what {
            "" => String::new(),
            what => format!("{} {}: ", calls.len(), printable(what)),
        };
        let _ = writeln!(out, "    {what}{}", places.join(", "));
    }
}
