//! `rules` and `explain`.

use super::args::{Cli, Command, Explain, ListFormat, RulesArgs};
use super::scan::Setup;
use super::{CLEAN, output};
use crate::config::did_you_mean;
use crate::replace::{LANGUAGES, unfilled};
use crate::report::{Call, Report};
use crate::rules::{PromptRow, Rule, Rules};
use anyhow::{Context, bail};
use clap::Parser;
use serde_json::json;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Lists the rules.
///
/// # Errors
/// A rules folder with a mistake.
pub fn rules(args: &RulesArgs) -> anyhow::Result<u8> {
    let rules = Rules::load(&args.rules)?;
    let text = match args.format {
        ListFormat::Json => {
            let list: Vec<_> = rules
                .iter()
                .map(|rule| {
                    json!({
                        "id": rule.id, "title": rule.title, "verdict": rule.verdict.name(),
                        "technique": rule.technique.name(), "why": rule.why,
                        "references": rule.references,
                    })
                })
                .collect();
            serde_json::to_string_pretty(&list)? + "\n"
        }
        ListFormat::Text => {
            let width = rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
            rules.iter().fold(String::new(), |mut out, rule| {
                let _ = writeln!(
                    out,
                    "{:<width$}  {:<11}  {:<17}  {}",
                    rule.id,
                    rule.verdict.name(),
                    rule.technique.name(),
                    rule.title
                );
                out
            })
        }
    };
    output::print(&text)?;
    Ok(CLEAN)
}

/// One rule's page, or one call's reading.
///
/// # Errors
/// An unknown rule or language, a file that does not exist, a line without a call.
pub fn explain(args: &Explain) -> anyhow::Result<u8> {
    match (&args.rule, &args.call) {
        (_, Some(call)) => explain_call(call, args),
        (Some(rule), None) => explain_rule(rule, args),
        (None, None) => bail!("name a rule, or a call with --call FILE:LINE"),
    }
}

fn explain_rule(id: &str, args: &Explain) -> anyhow::Result<u8> {
    let rules = Rules::load(&args.rules)?;
    let known: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    let rule = rules
        .get(id)
        .with_context(|| format!("unknown rule '{id}'; {}", did_you_mean(id, &known)))?;
    if let Some(language) = &args.language
        && !LANGUAGES.contains(&language.as_str())
    {
        bail!(
            "unknown language '{language}'; {}",
            did_you_mean(language, LANGUAGES)
        );
    }
    output::print(&page(rule, args.language.as_deref()))?;
    Ok(CLEAN)
}

fn page(rule: &Rule, language: Option<&str>) -> String {
    let mut out = format!("{}: {}\n", rule.id, rule.title);
    let (verdict, technique) = (rule.verdict.name(), rule.technique.name());
    let _ = writeln!(out, "verdict {verdict}, technique {technique}\n");
    let _ = writeln!(out, "{}\n", one_line(&rule.why));
    let _ = writeln!(out, "Instead: {}.", rule.suggest.trim_end_matches('.'));
    let _ = writeln!(out, "Covers: {}", rule.covers);
    let _ = writeln!(out, "Differs: {}", rule.differs);
    for reference in &rule.references {
        let _ = writeln!(out, "See: {reference}");
    }
    let _ = writeln!(out, "\nPrompts it covers:");
    for example in rule.examples.iter().take(EXAMPLES) {
        let _ = writeln!(out, "  {}", prompt(example));
    }
    let _ = writeln!(out, "Prompts it leaves to a model:");
    for near in rule.near_misses.iter().take(EXAMPLES) {
        let why = near.why.as_deref().unwrap_or_default();
        let _ = writeln!(out, "  {} ({why})", prompt(near));
    }
    let shown = match language {
        Some(language) => vec![language],
        // JavaScript is TypeScript over again.
        None => LANGUAGES
            .iter()
            .copied()
            .filter(|one| *one != "javascript")
            .collect(),
    };
    for replacement in shown
        .into_iter()
        .filter_map(|language| unfilled(rule, language))
    {
        let needs = match replacement.dependencies.as_slice() {
            [] => "no packages".to_string(),
            needed => needed.join(", "),
        };
        let _ = writeln!(out, "\n{} ({needs}):\n", replacement.language);
        for line in replacement.code.trim_end().lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
    out
}

/// How many examples a rule's page shows of each kind.
const EXAMPLES: usize = 4;

fn prompt(row: &PromptRow) -> String {
    let parts = [row.system.as_deref(), row.user.as_deref()];
    let parts: Vec<String> = parts.into_iter().flatten().map(one_line).collect();
    parts.join(" / ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn explain_call(place: &str, args: &Explain) -> anyhow::Result<u8> {
    let (file, line) = place
        .rsplit_once(':')
        .and_then(|(file, line)| Some((file, line.parse::<u32>().ok()?)))
        .with_context(|| format!("--call {place}: expected FILE:LINE, such as app/mail.py:41"))?;
    let path = Path::new(file);
    if !path.is_file() {
        bail!("{file}: no such file");
    }
    let root = project_root(path);
    // The same scan as `calls` makes, so that both say the same.
    let mut line_args = vec![
        "unprompt".to_string(),
        "calls".to_string(),
        root.display().to_string(),
    ];
    for folder in &args.rules {
        line_args.push("--rules".into());
        line_args.push(folder.display().to_string());
    }
    let Command::Calls(super::args::Calls { scan, .. }) = Cli::try_parse_from(line_args)?.command
    else {
        bail!("calls expected")
    };
    let setup = Setup::new(&scan)?;
    let (report, _) = setup.scanned(&scan)?;
    let wanted = crate::source::shown(path);
    let calls: Vec<&Call> = report
        .calls
        .iter()
        .filter(|call| {
            same_file(&call.path, &wanted) && call.place.0.line <= line && line <= call.place.1.line
        })
        .collect();
    if calls.is_empty() {
        let near: Vec<String> = report
            .calls
            .iter()
            .filter(|call| same_file(&call.path, &wanted))
            .map(|call| call.place.0.line.to_string())
            .collect();
        match near.is_empty() {
            true => bail!("{file}: no call to a language model was found in it"),
            false => bail!(
                "{file}:{line}: no call here; calls stand on lines {}",
                near.join(", ")
            ),
        }
    }
    let text: String = calls
        .into_iter()
        .map(|call| reading(&report, call))
        .collect();
    output::print(&text)?;
    Ok(CLEAN)
}

fn same_file(shown: &str, wanted: &str) -> bool {
    shown == wanted || std::fs::canonicalize(shown).ok() == std::fs::canonicalize(wanted).ok()
}

/// The outermost folder above with a project's mark, as far as the repository goes: a workspace's
/// packages take their prompts and clients from each other. Else the file's own.
fn project_root(path: &Path) -> PathBuf {
    const MARKS: &[&str] = &[
        ".git",
        "pyproject.toml",
        "package.json",
        "Cargo.toml",
        "unprompt.toml",
        "setup.py",
    ];
    let own = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
        .to_path_buf();
    let mut root = None;
    for folder in own.ancestors() {
        // The last ancestor of a relative path is the folder where the command is run.
        let folder = match folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => folder,
        };
        if MARKS.iter().any(|mark| folder.join(mark).exists()) {
            root = Some(folder.to_path_buf());
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    root.unwrap_or(own)
}

fn reading(report: &Report, call: &Call) -> String {
    let request = &call.request;
    let mut out = format!("{}:{}  {}", call.path, call.place.0.line, request.sdk);
    let _ = write!(
        out,
        "  {}",
        request.model.as_deref().unwrap_or("model not known")
    );
    if request.model_assumed.is_some() {
        out.push_str(" (default)");
    }
    if let Some(via) = &request.via {
        let _ = write!(out, "  through {via}");
    }
    let _ = writeln!(
        out,
        "\nprompt {}{}",
        request.prompt.status.name(),
        if request.prompt.reasons.is_empty() {
            String::new()
        } else {
            format!(": {}", request.prompt.reasons.join("; "))
        }
    );
    for message in request
        .prompt
        .variants
        .get(call.judgement.variant)
        .into_iter()
        .flatten()
    {
        let place = message.runs.first().map_or(String::new(), |run| {
            format!(
                " ({}:{})",
                report.program.file(run.span.file).path,
                report.places(run.span).0.line
            )
        });
        let _ = writeln!(out, "  {}{place}:", message.role.name());
        for line in message.text.lines() {
            let _ = writeln!(out, "    {line}");
        }
    }
    if request.prompt.variants.len() > 1 {
        let _ = writeln!(
            out,
            "  ({} alternatives; the one that most needs a model is shown)",
            request.prompt.variants.len()
        );
    }
    for (title, lines) in &call.judgement.trail.sections {
        let _ = writeln!(out, "{title}");
        for line in lines {
            let _ = writeln!(out, "  {line}");
        }
    }
    let rule = call.judgement.rule.as_deref().unwrap_or("no rule");
    let _ = writeln!(
        out,
        "=> {} ({}, {} confidence): {}\n",
        call.judgement.verdict.name(),
        rule,
        call.judgement.confidence.name(),
        call.judgement.message
    );
    out
}
