//! Wires the passes: files → calls → requests → judgements → a report.
//!
//! Inside a scan nothing fails: a problem with a file is data in the report. This room knows no
//! terminal and no format.

use crate::config::Config;
use crate::estimate::{Models, estimate};
use crate::index::{Manifest, Program, SourceFile};
use crate::prompt::{Prompt, Request, Requests, Wrapper, families, requests, wrapped};
use crate::replace::instantiate;
use crate::report::{Call, Report};
use crate::rules::{Rules, judge};
use crate::scope::{Scope, Scopes};
use crate::sdk::{OwnCall, Sdks};
use crate::source::{Discovered, FileEntry, FileId, Problem, Span};
use crate::task::has_work;
use anyhow::Context;
use rayon::prelude::*;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is known, loaded once.
#[derive(Debug)]
pub struct Knowledge {
    /// The SDKs.
    pub sdks: Sdks,
    /// The rules.
    pub rules: Rules,
    /// The models.
    pub models: Models,
    /// How kinds of code are told.
    pub scopes: Scopes,
}

impl Knowledge {
    /// The embedded knowledge and that of the user's folders.
    ///
    /// # Errors
    /// Names the file, the place and what was expected.
    pub fn load(folders: &[PathBuf], own: &[OwnCall]) -> anyhow::Result<Knowledge> {
        let mut sdks = Sdks::load(folders)?;
        sdks.learn(own)?;
        let with_rules: Vec<&PathBuf> = folders
            .iter()
            .filter(|folder| crate::rules::has_rules(folder))
            .collect();
        Ok(Knowledge {
            sdks,
            rules: Rules::load(&with_rules)?,
            models: Models::load()?,
            scopes: Scopes::load()?,
        })
    }
}

/// How far a scan has come, for whoever shows it.
#[derive(Debug, Default)]
pub struct Progress {
    /// Files looked at.
    pub done: AtomicUsize,
    /// Files to look at.
    pub total: AtomicUsize,
}

/// Stack of a thread that scans: code nested thousands deep is walked by recursion.
const STACK: usize = 64 << 20;

/// The threads to scan on; 0: as many as there are processors.
///
/// # Errors
/// The system gives no threads.
pub fn pool(threads: usize) -> anyhow::Result<rayon::ThreadPool> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .stack_size(STACK)
        .build()
        .context("cannot start threads")
}

/// Scans the files that were found.
pub fn scan(
    found: Discovered,
    root: String,
    knowledge: &Knowledge,
    config: &Config,
    progress: &Progress,
) -> Report {
    let Discovered {
        files,
        texts,
        problems,
        manifests,
        left_out,
    } = found;
    let cells = files
        .iter()
        .enumerate()
        .filter(|(_, file)| !file.cells.is_empty());
    let cells = cells.map(|(number, file)| (FileId(number as u32), file.cells.clone()));
    let cells = cells.collect();
    let below: Vec<usize> = files.iter().map(|file| file.below).collect();
    let sources = files.into_iter().map(source_file).collect();
    let manifests = manifests.into_iter();
    let manifests: Vec<Manifest> = manifests
        .map(|(path, text)| Manifest { path, text })
        .collect();
    let program = Program::new(sources, knowledge.sdks.types())
        .with_manifests(&manifests)
        .with_texts(texts)
        .with_cells(cells);
    let mut report = Report::new(program, root);
    report.problems = problems;
    report.left_out = left_out;
    let requests = all_requests(&mut report, knowledge, &below, progress);
    let concluded: Vec<Result<Call, Problem>> = requests
        .into_par_iter()
        .map(|request| {
            guarded(&report.program, request.span.file, || {
                conclude(&report, request, knowledge, config, &below)
            })
        })
        .collect();
    for part in concluded {
        match part {
            Ok(call) => report.calls.push(call),
            Err(problem) => report.problems.push(problem),
        }
    }
    identify(&mut report.calls);
    finish_problems(&mut report);
    report
}

fn source_file(entry: FileEntry) -> SourceFile {
    SourceFile {
        path: entry.shown,
        language: entry.language,
        text: entry.text,
    }
}

/// Pass 1 finds the calls of each file that can hold one; pass 2 follows wrappers to their callers.
/// Both are parallel and put together in the files' order, so that threads change nothing.
fn all_requests(
    report: &mut Report,
    knowledge: &Knowledge,
    below: &[usize],
    progress: &Progress,
) -> Vec<Request> {
    let program = &report.program;
    let is_test = |file: FileId| scope_of(program, file, knowledge, below) == Scope::Test;
    let works = |prompt: &Prompt| has_work(prompt, knowledge.rules.lexicon());
    progress
        .total
        .store(program.files().len(), Ordering::Relaxed);
    let wanted = knowledge.sdks.wanted(program);
    let found: Vec<Result<Requests, Problem>> = (0..program.files().len())
        .into_par_iter()
        .map(|number| {
            let file = FileId(number as u32);
            let found = if wanted[number] {
                guarded(program, file, || {
                    requests(program, &knowledge.sdks, file, &works)
                })
            } else {
                Ok(Requests::default())
            };
            progress.done.fetch_add(1, Ordering::Relaxed);
            found
        })
        .collect();
    let mut all = Vec::new();
    let mut wrappers: Vec<Wrapper> = Vec::new();
    let mut problems = Vec::new();
    for part in found {
        match part {
            Ok(part) => {
                all.extend(part.direct);
                wrappers.extend(part.wrappers);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let more: Vec<Result<Vec<Request>, Problem>> = families(program, wrappers)
        .par_iter()
        .map(|family| {
            let file = family
                .first()
                .map_or(FileId(0), |wrapper| wrapper.function.file);
            guarded(program, file, || {
                wrapped(program, &knowledge.sdks, family, &works, &is_test)
            })
        })
        .collect();
    for part in more {
        match part {
            Ok(part) => all.extend(part),
            Err(problem) => problems.push(problem),
        }
    }
    // Of one call that was read in several ways, as one of a dispatcher is once for each provider, the
    // best reading stays: the one that knows most of the prompt, then the one that knows the model.
    let rank = |request: &Request| {
        let known = (request.prompt.status, request.model.is_some());
        (request.span, Reverse(known))
    };
    let way = |request: &Request| (request.via.is_none(), request.via.clone());
    all.sort_by(|a, b| rank(a).cmp(&rank(b)).then_with(|| way(a).cmp(&way(b))));
    all.dedup_by(|a, b| a.span == b.span);
    report.problems.extend(problems);
    all
}

thread_local! {
    /// Where the work under guard on this thread panicked; `None`: no work is under guard.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// A panic in one file becomes a problem of that file, and standard error stays quiet.
fn guarded<T>(program: &Program, file: FileId, work: impl FnOnce() -> T) -> Result<T, Problem> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map_or(String::new(), ToString::to_string);
            let noted = PANIC.with_borrow_mut(|under| under.as_mut().map(|at| *at = place));
            if noted.is_none() {
                before(panic);
            }
        }));
    });
    PANIC.set(Some(String::new()));
    let done = catch_unwind(AssertUnwindSafe(work));
    let place = PANIC.take().unwrap_or_default();
    done.map_err(|_| Problem {
        path: program.file(file).path.clone(),
        kind: "panic",
        message: format!(
            "a defect of unprompt at {place}: calls of this file are missing; please report it"
        ),
    })
}

/// `below`: where in each file's path the part below the named root begins.
fn scope_of(program: &Program, file: FileId, knowledge: &Knowledge, below: &[usize]) -> Scope {
    let path = &program.file(file).path[below[file.0 as usize]..];
    let imports = program.module(file).imports.iter();
    knowledge
        .scopes
        .of(path, imports.map(|import| &*import.module))
}

fn conclude(
    report: &Report,
    request: Request,
    knowledge: &Knowledge,
    config: &Config,
    below: &[usize],
) -> Call {
    let file = request.span.file;
    let source = report.program.file(file);
    let judgement = judge(&request, &knowledge.rules);
    let rule = judgement
        .rule
        .as_deref()
        .and_then(|id| knowledge.rules.get(id));
    let replacement = rule.and_then(|rule| instantiate(rule, &judgement, source.language));
    Call {
        path: source.path.clone(),
        place: report.places(request.span),
        language: source.language.name(),
        scope: scope_of(&report.program, file, knowledge, below),
        estimate: estimate(
            &request,
            &judgement,
            &source.path,
            &knowledge.models,
            config,
        ),
        replacement,
        fingerprint: String::new(),
        judgement,
        request,
    }
}

/// Gives each call its identity: file name, function, SDK and prompt, and its number among equals. No line
/// is in it, no folder (which depends on where the command runs) and no name of a hole.
fn identify(calls: &mut [Call]) {
    let mut seen: std::collections::HashMap<u64, u32> = std::collections::HashMap::new();
    for call in calls {
        let mut hash = Fnv::new();
        hash.add(call.path.rsplit('/').next().unwrap_or_default());
        hash.add(call.request.function.as_deref().unwrap_or_default());
        hash.add(&call.request.sdk);
        for message in call.request.prompt.variants.iter().flatten() {
            hash.add(message.role.name());
            let mut at = 0;
            for (hole, _) in &message.holes {
                let before = message.text.get(at..hole.start).unwrap_or_default();
                before.split_whitespace().for_each(|word| hash.add(word));
                hash.add("{}");
                at = hole.end;
            }
            let rest = message.text.get(at..).unwrap_or_default();
            rest.split_whitespace().for_each(|word| hash.add(word));
        }
        let ordinal = seen.entry(hash.0).or_default();
        hash.add(&ordinal.to_string());
        *ordinal += 1;
        call.fingerprint = format!("{:016x}", hash.0);
    }
}

/// FNV-1a over texts, each ended by a byte that no text holds.
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, text: &str) {
        for byte in text.bytes().chain(Some(0xff)) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Counts what was parsed and names what the parsers could not read.
fn finish_problems(report: &mut Report) {
    let mut problems = Vec::new();
    let mut parsed = 0;
    for number in 0..report.program.files().len() {
        let file = FileId(number as u32);
        let Some(module) = report.program.lowered(file) else {
            continue;
        };
        parsed += 1;
        let Some(first) = module.broken.first() else {
            continue;
        };
        problems.push(Problem {
            path: report.program.file(file).path.clone(),
            kind: "parse",
            message: broken(report, *first, module.broken.len() - 1),
        });
    }
    report.files_parsed = parsed;
    report.problems.extend(problems);
    report.problems.sort();
    report.problems.dedup();
}

/// What the parser could not read: from the first such place on, and how many more there are.
fn broken(report: &Report, first: Span, more: usize) -> String {
    let (start, _) = report.places(first);
    let place = format!("line {}, column {}", start.line, start.column);
    match more {
        _ if first.range() == (0..report.program.text(first.file).len()) => {
            "cannot be parsed".to_string()
        }
        0 => format!("{place}: cannot be parsed; the rest of the file was read"),
        1 => {
            format!("{place}, and one more place: cannot be parsed; the rest of the file was read")
        }
        _ => format!(
            "{place}, and {more} more places: cannot be parsed; the rest of the file was read"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Language;

    #[test]
    fn a_panic_is_a_problem_of_its_file() {
        let sdks = Sdks::load(&[] as &[PathBuf]).expect("the embedded SDKs are read");
        let file = SourceFile {
            path: "app/mail.py".into(),
            language: Language::Python,
            text: String::new(),
        };
        let program = Program::new(vec![file], sdks.types());
        let problem = guarded(&program, FileId(0), || -> u32 { panic!("a defect") });
        let problem = problem.expect_err("a panic");
        assert_eq!(
            (problem.path.as_str(), problem.kind),
            ("app/mail.py", "panic")
        );
        assert!(
            problem.message.contains("src/engine/mod.rs:"),
            "{}",
            problem.message
        );
        assert_eq!(guarded(&program, FileId(0), || 3), Ok(3));
    }
}
