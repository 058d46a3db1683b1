//! The last lines of a text report: what was found, what it costs, what was covered.

use super::printable;
use crate::report::{Report, Summary};
use crate::rules::Verdict;
use std::fmt::Write as _;

/// The lines that end the findings.
pub(super) fn closing(report: &Report, summary: &Summary, out: &mut String) {
    let _ = writeln!(
        out,
        "{} in {} ({})",
        many(summary.findings, "finding"),
        many(summary.call_sites, "call site"),
        files(report),
    );
    if summary.findings > 0 {
        let shown = |verdict: Verdict| {
            let calls = report.calls.iter();
            calls
                .filter(|call| call.judgement.verdict == verdict)
                .count()
        };
        let _ = writeln!(
            out,
            "code {}, hybrid {}, small model {}",
            shown(Verdict::Code),
            shown(Verdict::Hybrid),
            shown(Verdict::SmallModel),
        );
    }
    money(summary, report, out);
    coverage(report, summary, out);
}

/// What the calls shown cost: one of each, a thousand of each, a month where volumes are configured.
pub(super) fn money(summary: &Summary, report: &Report, out: &mut String) {
    if report.calls.is_empty() {
        return;
    }
    let latencies = report.calls.iter().filter_map(|call| call.estimate.latency);
    let ms = latencies
        .map(|latency| u64::from(latency.typical))
        .reduce(|a, b| a + b);
    let price = |count: u64| match summary.per_1000 {
        Some(thousand) => thousand.share(count, 1_000).shown(),
        None => "price not known".to_string(),
    };
    let _ = write!(
        out,
        "one call of each: {}, {}; 1,000 of each: {}, {}",
        price(1),
        duration(ms),
        price(1_000),
        duration(ms.map(|ms| ms * 1_000)),
    );
    if summary.unpriced > 0 && summary.per_1000.is_some() {
        let _ = write!(out, " ({} without a known price)", summary.unpriced);
    }
    out.push('\n');
    if let Some(monthly) = summary.monthly {
        let _ = write!(out, "{} a month at the configured volumes", monthly.shown());
        if let Some(saving) = summary.monthly_saving {
            let _ = write!(out, ", of which {} can be saved", saving.shown());
        }
        if summary.without_volume > 0 {
            let _ = write!(
                out,
                " ({} without a volume or price)",
                summary.without_volume
            );
        }
        out.push('\n');
    }
}

/// `0.7 s`, `11 min`, `15.6 h`.
fn duration(ms: Option<u64>) -> String {
    let Some(ms) = ms else {
        return "time not known".into();
    };
    let seconds = ms as f64 / 1000.0;
    match seconds {
        _ if seconds < 120.0 => format!("{seconds:.1} s"),
        _ if seconds < 7_200.0 => format!("{:.0} min", seconds / 60.0),
        _ => format!("{:.1} h", seconds / 3_600.0),
    }
}

/// `read 34 of 51 prompts (9 partly, 8 not: 5 parameters of public functions, …)`.
pub(super) fn coverage(report: &Report, summary: &Summary, out: &mut String) {
    let [resolved, partial, unresolved] = summary.prompts;
    let all = resolved + partial + unresolved;
    let _ = write!(out, "read {resolved} of {}", many(all, "prompt"));
    if partial + unresolved > 0 {
        let reasons: Vec<String> = summary
            .reasons
            .iter()
            .take(4)
            .map(|(reason, count)| format!("{count} {}", printable(reason)))
            .collect();
        let _ = write!(
            out,
            " ({partial} partly, {unresolved} not: {})",
            reasons.join(", ")
        );
    }
    out.push('\n');
    if !report.problems.is_empty() {
        let _ = writeln!(
            out,
            "{} could not be read or parsed as a whole (listed on standard error)",
            many(report.problems.len(), "file"),
        );
    }
}

/// `51 files, 34 parsed; left out: 2 generated, 3 minified`.
pub(super) fn files(report: &Report) -> String {
    let read = format!(
        "{}, {} parsed",
        many(report.files_scanned, "file"),
        report.files_parsed
    );
    let left = report.left_out.iter();
    let left: Vec<String> = left
        .map(|(kind, count)| format!("{count} {kind}"))
        .collect();
    match left.is_empty() {
        true => read,
        false => format!("{read}; left out: {}", left.join(", ")),
    }
}

/// `1 finding`, `2 findings`.
pub(super) fn many(count: usize, what: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {what}{end}")
}
