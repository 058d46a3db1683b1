//! The JSON report, schema version 1 (the contract with scripts). It has structures of its own, so
//! that the engine's can change.

use super::{Call, Report, Summary, Suppression};
use crate::estimate::Money;
use crate::prompt::Message;
use crate::source::{FileId, Place, Problem, Span};
use serde_json::{Value, json};

/// The version of the report's shape.
pub const SCHEMA_VERSION: u32 = 1;

/// The whole report, ending in a newline.
pub fn render(report: &Report, summary: &Summary) -> String {
    let calls: Vec<Value> = report
        .calls
        .iter()
        .map(|call| shown(report, call))
        .collect();
    let value = json!({
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "unprompt", "version": env!("CARGO_PKG_VERSION")},
        "root": report.root,
        "summary": {
            "files_scanned": report.files_scanned,
            "files_parsed": report.files_parsed,
            "files_left_out": report.left_out,
            "call_sites": summary.call_sites,
            "findings": summary.findings,
            "prompts": {
                "resolved": summary.prompts[0],
                "partial": summary.prompts[1],
                "unresolved": summary.prompts[2],
            },
            "verdicts": {
                "code": summary.verdicts[0],
                "hybrid": summary.verdicts[1],
                "small-model": summary.verdicts[2],
                "llm": summary.verdicts[3],
            },
            "per_1000_calls_usd": summary.per_1000.map(Money::usd),
            "monthly_cost_usd": summary.monthly.map(Money::usd),
            "monthly_saving_usd": summary.monthly_saving.map(Money::usd),
        },
        "calls": calls,
        "errors": errors(report),
    });
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

fn shown(report: &Report, call: &Call) -> Value {
    let request = &call.request;
    let judgement = &call.judgement;
    let messages = request
        .prompt
        .variants
        .get(judgement.variant)
        .map_or(&[] as &[Message], Vec::as_slice);
    json!({
        "path": call.path,
        "span": span(report, call.request.span.file, call.place),
        "language": call.language,
        "scope": call.scope.name(),
        "sdk": request.sdk,
        "provider": request.provider,
        "model": request.model,
        "via": request.via,
        "function": request.function,
        "prompt": {
            "status": request.prompt.status.name(),
            "reasons": request.prompt.reasons,
            "messages": messages.iter().map(|message| json!({
                "role": message.role.name(), "text": message.text,
            })).collect::<Vec<_>>(),
            "holes": holes(call, messages),
            "sources": sources(report, messages),
        },
        "parameters": request.parameters,
        "verdict": judgement.verdict.name(),
        "technique": judgement.technique.map(|technique| technique.name()),
        "rule": judgement.rule,
        "confidence": judgement.confidence.name(),
        "bounded": judgement.bounded.as_ref().map(|bounded| json!({
            "kind": bounded.kind, "values": bounded.values, "max_tokens": call.estimate.most_output_tokens,
        })),
        "message": judgement.message,
        "evidence": judgement.evidence.iter().map(|evidence| json!({
            "kind": evidence.kind,
            "text": evidence.text,
            "path": evidence.span.map(|at| report.program.file(at.file).path.clone()),
            "span": evidence.span.map(|at| span(report, at.file, report.places(at))),
        })).collect::<Vec<_>>(),
        "estimate": estimate(call),
        "replacement": call.replacement.as_ref().map(|replacement| json!({
            "language": replacement.language,
            "code": replacement.code,
            "dependencies": replacement.dependencies,
            "covers": replacement.covers,
            "differs": replacement.differs,
        })),
        "fingerprint": call.fingerprint,
    })
}

/// In a notebook, lines count in their cell.
fn span(report: &Report, file: FileId, (start, end): (Place, Place)) -> Value {
    let in_cell = |line: u32| report.program.cell(file, line);
    let line = |line: u32| in_cell(line).map_or(line, |(_, line)| line);
    let mut span = json!({
        "start_line": line(start.line), "start_column": start.column,
        "end_line": line(end.line), "end_column": end.column,
    });
    if let Some((cell, _)) = in_cell(start.line) {
        span["cell"] = json!(cell);
    }
    span
}

/// The holes of the messages shown, in the order met.
fn holes(call: &Call, messages: &[Message]) -> Vec<Value> {
    let mut numbers: Vec<usize> = Vec::new();
    for (_, hole) in messages.iter().flat_map(|message| &message.holes) {
        if !numbers.contains(hole) {
            numbers.push(*hole);
        }
    }
    numbers
        .into_iter()
        .filter_map(|number| call.request.prompt.holes.get(number))
        .map(|hole| json!({"name": hole.name, "type": hole.ty, "reason": hole.reason.name()}))
        .collect()
}

/// Where the prompt's text stands: one stretch for each file and neighbourhood.
fn sources(report: &Report, messages: &[Message]) -> Vec<Value> {
    let mut stretches: Vec<Span> = Vec::new();
    for run in messages.iter().flat_map(|message| &message.runs) {
        match stretches.iter_mut().find(|known| {
            known.file == run.span.file
                && run.span.start <= known.end + 200
                && known.start <= run.span.end + 200
        }) {
            Some(known) => {
                known.start = known.start.min(run.span.start);
                known.end = known.end.max(run.span.end);
            }
            None => stretches.push(run.span),
        }
    }
    stretches
        .into_iter()
        .map(|stretch| json!({
            "path": report.program.file(stretch.file).path, "span": span(report, stretch.file, report.places(stretch)),
        }))
        .collect()
}

fn estimate(call: &Call) -> Value {
    let estimate = &call.estimate;
    json!({
        "input_tokens": estimate.input_tokens,
        "output_tokens": estimate.output_tokens,
        "tokenizer": estimate.tokenizer,
        "tokens_basis": estimate.tokens_basis.name(),
        "cost_per_call_usd": estimate.cost_per_call.map(Money::usd),
        "per_1000_calls_usd": estimate.per_1000().map(Money::usd),
        "latency_ms": estimate.latency.map(|latency| json!({
            "low": latency.low, "typical": latency.typical, "high": latency.high,
        })),
        "calls_per_month": estimate.calls_per_month,
        "volume_basis": estimate.volume_basis.name(),
        "monthly_cost_usd": estimate.monthly().map(Money::usd),
        "monthly_saving_usd": call.monthly_saving().map(Money::usd),
        "price_source": estimate.price_source,
        "assumptions": estimate.assumptions,
    })
}

/// What could not be read, and comments that suppress nothing.
fn errors(report: &Report) -> Vec<Value> {
    let unused = report.unused_suppressions.iter().map(Suppression::problem);
    let mut problems: Vec<Problem> = report.problems.iter().cloned().chain(unused).collect();
    problems.sort();
    problems
        .into_iter()
        .map(|problem| {
            json!({"path": problem.path, "kind": problem.kind, "message": problem.message})
        })
        .collect()
}
