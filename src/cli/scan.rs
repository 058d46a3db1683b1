//! `check` and `calls`.

use super::args::{Calls, Format, Scan, When};
use super::{CLEAN, FINDINGS, UNREAD, output, progress};
use crate::config::{Config, RuleName, confidence, did_you_mean};
use crate::engine::{Knowledge, Progress, pool, scan};
use crate::report::{
    Policy, Report, Summary, TextOptions, apply, json, text_calls, text_check, text_unresolved,
};
use crate::rules::{Confidence, Rules};
use crate::scope::Scope;
use crate::source::{Discovered, FileEntry, Language, Walk, discover, shown, text_of};
use anyhow::{Context, bail};
use std::collections::BTreeMap;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

/// The main job.
///
/// # Errors
/// Bad usage or configuration.
pub fn check(args: &Scan) -> anyhow::Result<u8> {
    let setup = Setup::new(args)?;
    let (mut report, summary) = setup.scanned(args)?;
    apply(&mut report, &setup.policy);
    let summary = summary.with_shown(&report.calls);
    let text = match args.format {
        Format::Json => json(&report, &summary),
        Format::Text => text_check(
            &report,
            &summary,
            &setup.knowledge.rules,
            text_options(args),
        ),
    };
    output::write(&args.output, &text)?;
    tell_problems(&report);
    Ok(exit_code(args, &report, setup.fail_on))
}

/// The inventory.
///
/// # Errors
/// Bad usage or configuration.
pub fn calls(given: &Calls) -> anyhow::Result<u8> {
    let args = &given.scan;
    let setup = Setup::new(args)?;
    let (report, summary) = setup.scanned(args)?;
    let mut summary = summary.with_shown(&report.calls);
    summary.findings = report
        .calls
        .iter()
        .filter(|call| {
            call.is_finding() && call.judgement.confidence >= setup.policy.min_confidence
        })
        .count();
    let text = match args.format {
        Format::Json => json(&report, &summary),
        Format::Text if given.unresolved => text_unresolved(&report, &summary),
        Format::Text => text_calls(&report, &summary),
    };
    output::write(&args.output, &text)?;
    tell_problems(&report);
    let unread = args.strict && !report.problems.is_empty();
    Ok(if unread { UNREAD } else { CLEAN })
}

/// What a scan runs with: command line before file before default.
pub struct Setup {
    /// What is known.
    pub knowledge: Knowledge,
    /// The file's settings.
    pub config: Config,
    policy: Policy,
    fail_on: Option<Option<Confidence>>,
}

impl Setup {
    /// Reads configuration and knowledge.
    ///
    /// # Errors
    /// Names what is wrong and the nearest that is known.
    pub fn new(args: &Scan) -> anyhow::Result<Setup> {
        for path in args.paths.iter().filter(|path| path.as_os_str() != "-") {
            exists(path)?;
        }
        let config = match &args.config {
            Some(path) => Config::read(path)?,
            None => Config::find(&nearest_folder(args))?,
        };
        let mut folders = config.rules_dir.clone();
        folders.extend(args.rules.iter().cloned());
        for folder in &folders {
            if !folder.is_dir() {
                bail!("{}: no such folder of rules", folder.display());
            }
        }
        let knowledge = Knowledge::load(&folders, &config.own)?;
        let policy = policy(args, &config, &knowledge.rules)?;
        let fail_on = match args.fail_on.as_deref() {
            Some(name) => Some(crate::config::fail_on(name).context("--fail-on")?),
            None => config.fail_on,
        };
        output::check(&args.output)?;
        Ok(Setup {
            knowledge,
            config,
            policy,
            fail_on,
        })
    }

    /// Finds and scans the files; the summary is of all calls.
    ///
    /// # Errors
    /// Standard input that cannot be read as a file of a known language.
    pub fn scanned(&self, args: &Scan) -> anyhow::Result<(Report, Summary)> {
        let paths: Vec<PathBuf> = if args.paths.is_empty() {
            vec![PathBuf::from(".")]
        } else {
            args.paths.clone()
        };
        let stdin = paths.iter().any(|path| path.as_os_str() == "-");
        let named: Vec<PathBuf> = paths
            .iter()
            .filter(|path| path.as_os_str() != "-")
            .cloned()
            .collect();
        let walk = Walk {
            exclude: self.config.exclude.clone(),
            threads: args.threads,
        };
        let pool = pool(args.threads)?;
        let mut found = discover(&named, &walk);
        if stdin {
            add_stdin(&mut found, args.stdin_path.as_deref())?;
        }
        let root = paths
            .iter()
            .map(|path| root_name(path))
            .collect::<Vec<_>>()
            .join(" ");
        let progress = Progress::default();
        let report = progress::during(&progress, !args.no_progress, || {
            pool.install(|| scan(found, root, &self.knowledge, &self.config, &progress))
        });
        let summary = Summary::of(&report.calls);
        Ok((report, summary))
    }
}

fn exists(path: &Path) -> anyhow::Result<()> {
    match std::fs::metadata(path) {
        Ok(_) => Ok(()),
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => {
            bail!("{}: no such file or folder", path.display())
        }
        Err(problem) => bail!("{}: {problem}", path.display()),
    }
}

fn root_name(path: &Path) -> String {
    let shown = shown(path);
    if shown.is_empty() { ".".into() } else { shown }
}

/// The folder that the search for a configuration starts from.
fn nearest_folder(args: &Scan) -> PathBuf {
    match args.paths.iter().find(|path| path.as_os_str() != "-") {
        Some(path) if path.is_dir() => path.clone(),
        Some(path) => match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
            _ => PathBuf::from("."),
        },
        None => PathBuf::from("."),
    }
}

fn add_stdin(found: &mut Discovered, path: Option<&str>) -> anyhow::Result<()> {
    let path = path.context("standard input needs --stdin-path, whose ending tells the language (mail.py, mail.ts, mail.rs)")?;
    let shown = shown(Path::new(path));
    let language = Language::of(Path::new(path)).with_context(|| {
        format!(
            "--stdin-path {path}: not a Python, TypeScript, JavaScript or Rust file by its ending"
        )
    })?;
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .context("standard input")?;
    // Its path is all that is known of it: the whole of it tells the scope.
    let file =
        text_of(bytes, &shown).and_then(|text| FileEntry::new(shown.clone(), 0, language, text));
    match file {
        Ok(file) => {
            found.files.retain(|file| file.shown != shown);
            found.files.push(file);
            found.files.sort_by(|a, b| a.shown.cmp(&b.shown));
        }
        Err((kind, message)) => found.problems.push(crate::source::Problem {
            path: shown,
            kind,
            message,
        }),
    }
    Ok(())
}

fn policy(args: &Scan, config: &Config, rules: &Rules) -> anyhow::Result<Policy> {
    let min_confidence = match args.min_confidence.as_deref() {
        Some(name) => confidence(name).context("--min-confidence")?,
        None => config.min_confidence.unwrap_or(Confidence::Medium),
    };
    let scopes = if args.scope.is_empty() {
        config
            .scope
            .clone()
            .unwrap_or_else(|| vec![Scope::App, Scope::Example])
    } else {
        args.scope
            .iter()
            .map(|name| Scope::named(name).context("--scope"))
            .collect::<Result<_, _>>()?
    };
    let known: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    Ok(Policy {
        select: rule_names(&args.select, "--select", &config.select, &known)?,
        ignore: rule_names(&args.ignore, "--ignore", &config.ignore, &known)?,
        min_confidence,
        scopes,
    })
}

/// The rules named on the command line, else those of the file; each must be known.
fn rule_names(
    given: &[String],
    option: &str,
    configured: &[RuleName],
    known: &[&str],
) -> anyhow::Result<Vec<String>> {
    let given = given.iter().map(|name| (name, option));
    let configured = configured
        .iter()
        .map(|rule| (&rule.name, rule.place.as_str()));
    let named: Vec<(&String, &str)> = if given.len() > 0 {
        given.collect()
    } else {
        configured.collect()
    };
    for (name, place) in &named {
        if !known.contains(&name.as_str()) {
            bail!(
                "{place}: unknown rule '{name}'; {}",
                did_you_mean(name, known)
            );
        }
    }
    Ok(named.into_iter().map(|(name, _)| name.clone()).collect())
}

fn text_options(args: &Scan) -> TextOptions {
    let terminal = args.output.as_os_str() == "-" && std::io::stdout().is_terminal();
    let colour = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    };
    TextOptions {
        colour,
        replacements: args.replacements,
    }
}

/// How many problems of one kind are told one by one; a folder of bundles must not hide the rest.
const TOLD: usize = 10;

/// Diagnostics about the run go to standard error, never into the report.
fn tell_problems(report: &Report) {
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in &report.problems {
        let count = told.entry(problem.kind).or_default();
        *count += 1;
        if *count <= TOLD {
            output::tell(&format!(
                "{}: {} ({})",
                problem.path, problem.message, problem.kind
            ));
        }
    }
    for (kind, count) in told.into_iter().filter(|(_, count)| *count > TOLD) {
        let more = count - TOLD;
        output::tell(&format!(
            "and {more} more ({kind}); --format json lists them all"
        ));
    }
}

fn exit_code(args: &Scan, report: &Report, fail_on: Option<Option<Confidence>>) -> u8 {
    let failing = match fail_on {
        Some(None) => false,
        Some(Some(least)) => report
            .calls
            .iter()
            .any(|call| call.judgement.confidence >= least),
        None => !report.calls.is_empty(),
    };
    match () {
        () if args.strict && !report.problems.is_empty() => UNREAD,
        () if failing => FINDINGS,
        () => CLEAN,
    }
}
