//! The inventory of `calls`: a line a call, then the closing lines.

use super::closing::{coverage, files, many, money};
use super::printable;
use crate::prompt::Status;
use crate::report::{Call, Report, Summary};
use crate::rules::{Confidence, Verdict};
use std::fmt::Write as _;

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
            printable(&call.path),
            call.place.0.line,
            call.place.0.column,
            call.request.sdk,
            printable(call.request.model.as_deref().unwrap_or("model not known")),
            call.judgement
                .rule
                .as_deref()
                .map_or(String::new(), |rule| format!(" {rule}")),
        );
        if let Some(first) = opening(call) {
            let _ = writeln!(out, "    {first}");
        }
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

/// The first words of a prompt.
fn opening(call: &Call) -> Option<String> {
    let messages = call.request.prompt.variants.get(call.judgement.variant)?;
    let text: Vec<&str> = messages
        .iter()
        .flat_map(|message| message.text.split_whitespace())
        .take(40)
        .collect();
    let mut line = printable(&text.join(" "));
    if let Some((cut, _)) = line.char_indices().nth(100) {
        line.truncate(cut);
        line.push('…');
    }
    (!line.is_empty()).then_some(line)
}
