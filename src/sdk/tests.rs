//! One check over the examples and near misses of every SDK file, and a survey of a real tree.

#![allow(clippy::unwrap_used)]

use super::{Example, Sdk, Sdks};
use crate::index::{At, Program, SourceFile};
use crate::prompt::requests;
use crate::source::{FileId, Language, LineIndex};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn load() -> Sdks {
    Sdks::load(&[] as &[&Path]).unwrap()
}

fn language(name: &str) -> (Language, &'static str) {
    match name {
        "python" => (Language::Python, "py"),
        "typescript" => (Language::TypeScript, "ts"),
        "tsx" => (Language::Tsx, "tsx"),
        "javascript" => (Language::JavaScript, "js"),
        "rust" => (Language::Rust, "rs"),
        other => panic!("language {other}"),
    }
}

/// An example as a project of one file.
fn program_of(sdks: &Sdks, example: &Example) -> Program {
    let (language, extension) = language(&example.language);
    let file = SourceFile {
        path: format!("src/example.{extension}"),
        language,
        text: example.code.clone(),
    };
    Program::new(vec![file], sdks.types())
}

/// What is wrong with an example; nothing where it is read as it says.
fn differences(sdks: &Sdks, sdk: &Sdk, example: &Example) -> String {
    let program = program_of(sdks, example);
    let mut out = String::new();
    let broken = &program.module(FileId(0)).broken;
    if !broken.is_empty() {
        let _ = writeln!(out, "broken: {broken:?}");
    }
    let found = requests(&program, sdks, FileId(0), &|_| true).direct;
    if found.len() != example.calls {
        let _ = writeln!(out, "{} calls, not {}", found.len(), example.calls);
        let _ = write!(out, "{}", suspects(&program, sdks, FileId(0)));
    }
    if example.why.is_none() && !found.iter().any(|request| request.sdk == sdk.id) {
        let ids: Vec<&str> = found.iter().map(|request| &*request.sdk).collect();
        let _ = writeln!(out, "found as {ids:?}, not {}", sdk.id);
    }
    let Some(first) = found.first() else {
        return out;
    };
    if let Some(expect) = &example.expect {
        let mut messages = first.prompt.variants.iter().flatten();
        if !messages.any(|message| message.text.contains(&**expect)) {
            let _ = writeln!(out, "no {expect:?} in {:?}", first.prompt);
        }
    }
    if example.model.is_some() && example.model != first.model {
        let _ = writeln!(out, "model {:?}, not {:?}", first.model, example.model);
    }
    out
}

#[test]
fn every_example_is_found_and_every_near_miss_is_not() {
    let sdks = load();
    let mut out = String::new();
    for sdk in sdks.iter() {
        for example in &sdk.examples {
            let found = differences(&sdks, sdk, example);
            if !found.is_empty() {
                let _ = writeln!(out, "-- {}\n{}{found}", sdk.id, example.code);
            }
        }
    }
    assert!(out.is_empty(), "{out}");
}

#[test]
fn every_sdk_shows_a_call_and_a_near_miss() {
    for sdk in load().iter() {
        let near = sdk.examples.iter().filter(|example| example.why.is_some());
        let near = near.count();
        assert!(near > 0, "{}: no near miss", sdk.id);
        let describes_clients = sdk.id == "http";
        assert!(
            describes_clients || sdk.examples.len() > near,
            "{}: no example",
            sdk.id
        );
    }
}

#[test]
fn a_file_that_names_no_package_is_wanted_for_its_methods() {
    let sdks = load();
    let wanted = |texts: &[&str]| {
        let files = texts.iter().enumerate().map(|(number, text)| SourceFile {
            path: format!("{number}.py"),
            language: Language::Python,
            text: text.to_string(),
        });
        let program = Program::new(files.collect(), sdks.types());
        sdks.wanted(&program)
    };
    let user = "from brain import c\nc.chat.completions.create(messages=[])\n";
    assert_eq!(
        wanted(&["import openai\n", user, "print()"]),
        [true, true, false]
    );
    assert_eq!(wanted(&[user]), [false]);
    let given_on = "from llm import generateObject as g, generateObject\ngenerateObject(1)\n";
    assert_eq!(wanted(&["import openai\n", given_on]), [true, true]);
}

/// Calls whose name some row has, that no row fits: with where their callee comes from.
fn suspects(program: &Program, sdks: &Sdks, file: FileId) -> String {
    let mut out = String::new();
    let found = sdks.find(program, file);
    let module = program.module(file);
    let lines = LineIndex::new(program.text(file));
    for expr in &module.calls {
        let call = At { file, expr: *expr };
        let known = program
            .called_name(call)
            .is_some_and(|name| sdks.last_names.contains(name));
        if !known || found.iter().any(|found| found.call == call) {
            continue;
        }
        let crate::ir::ExprKind::Call { callee, .. } = program.kind(call) else {
            continue;
        };
        let callee = At {
            file,
            expr: *callee,
        };
        let span = program.expr(callee).span;
        let text: String = program.text(file)[span.range()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let origins: Vec<String> = program
            .origins(callee)
            .iter()
            .map(|origin| format!("{origin:?}").chars().take(140).collect())
            .collect();
        let text: String = text.chars().take(90).collect();
        let path = &program.file(file).path;
        let _ = writeln!(
            out,
            "? {path}:{} {text} <- {}",
            lines.line(span.start),
            origins.join(" ; ")
        );
    }
    out
}

fn files(base: &Path, path: &Path, found: &mut Vec<SourceFile>) {
    if path.is_dir() {
        let inside = std::fs::read_dir(path).unwrap();
        let mut inside: Vec<PathBuf> = inside.map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        inside.iter().for_each(|path| files(base, path, found));
        return;
    }
    if let (Some(language), Ok(text)) = (Language::of(path), std::fs::read_to_string(path)) {
        let path = path.strip_prefix(base).unwrap().to_str().unwrap();
        found.push(SourceFile {
            path: path.to_string(),
            language,
            text,
        });
    }
}

/// What is found in a real tree, and what looks like a call and is not found:
/// `UNPROMPT_TREE=… cargo test --release sdk::tests::a_real_tree -- --ignored --nocapture`.
#[test]
#[ignore = "needs a tree"]
fn a_real_tree_is_surveyed() {
    let Some(tree) = std::env::var_os("UNPROMPT_TREE").map(PathBuf::from) else {
        return;
    };
    let sdks = load();
    let mut sources = Vec::new();
    files(&tree, &tree, &mut sources);
    let lines: usize = sources.iter().map(|file| file.text.lines().count()).sum();
    let program = Program::new(sources, sdks.types());
    let numbers = || (0..program.files().len() as u32).map(FileId);
    let start = std::time::Instant::now();
    numbers().for_each(|file| {
        program.module(file);
    });
    let lowered = start.elapsed();
    let start = std::time::Instant::now();
    let found: Vec<_> = numbers()
        .flat_map(|file| sdks.find(&program, file))
        .collect();
    let took = start.elapsed();
    for found in &found {
        let file = program.file(found.call.file);
        let span = program.expr(found.call).span;
        let line = LineIndex::new(&file.text).line(span.start);
        let shape = if found.by_shape { " by shape" } else { "" };
        println!("= {}:{line} {}{shape}", file.path, found.sdk.id);
    }
    if std::env::var_os("UNPROMPT_SUSPECTS").is_some() {
        numbers().for_each(|file| print!("{}", suspects(&program, &sdks, file)));
    }
    println!(
        "{} files, {lines} lines lowered in {lowered:?}; {} calls found in {took:?}",
        program.files().len(),
        found.len()
    );
}

/// The first line of the call that an example shows.
fn first_call(sdks: &Sdks, example: &Example) -> String {
    let program = program_of(sdks, example);
    let found = requests(&program, sdks, FileId(0), &|_| true).direct;
    let Some(request) = found.first() else {
        return String::new();
    };
    let lines = LineIndex::new(&example.code);
    let line = lines.line_range(&example.code, lines.line(request.span.start));
    let line = example.code[line].trim().replace('|', "\\|");
    let cut: String = line.chars().take(100).collect();
    format!("`{}`", cut.replace('`', "'"))
}

fn documented(known: &super::Documentation) -> String {
    let found = if known.found { "found" } else { "not found" };
    format!("[{found}]({}), {}", known.address, known.looked_up)
}

/// The table of `docs/sdks.md`.
fn table(sdks: &Sdks) -> String {
    let looked_up: Vec<_> = sdks
        .iter()
        .filter_map(|sdk| sdk.documentation.as_ref())
        .collect();
    let found = looked_up.iter().filter(|known| known.found).count();
    let mut table = String::from(
        "# SDKs that are known\n\nMade from `rules/sdk/` by `UNPROMPT_UPDATE_DOCS=1 cargo test --lib sdk::tests`. Each example is a test: the call in it\nis found. How a call is seen: [reading-calls.md](reading-calls.md).\n\n",
    );
    let _ = writeln!(
        table,
        "Of the {} SDKs, the first example of the documentation's own was looked up and run for {}: the call in it was\nfound in {found}. The last column says where and when.\n\n| SDK | languages | found by | the call of its example | documentation's example |\n|---|---|---|---|---|",
        sdks.iter().count(),
        looked_up.len(),
    );
    for sdk in sdks.iter() {
        let examples = sdk.examples.iter().filter(|example| example.calls > 0);
        let mut languages: Vec<&str> = examples.clone().map(|example| &*example.language).collect();
        languages.sort_unstable();
        languages.dedup();
        let needles = sdk.needles.iter().take(4);
        let names: Vec<String> = needles.map(|name| format!("`{name}`")).collect();
        let more = if sdk.needles.len() > 4 { " …" } else { "" };
        let example = examples.clone().next();
        let _ = writeln!(
            table,
            "| {} (`{}`) | {} | {}{more} | {} | {} |",
            sdk.title,
            sdk.id,
            languages.join(", "),
            names.join(" "),
            example.map_or(String::new(), |example| first_call(sdks, example)),
            sdk.documentation.as_ref().map_or(String::new(), documented),
        );
    }
    table
}

/// `docs/sdks.md` is what the data say; `UNPROMPT_UPDATE_DOCS=1` writes it anew. It is compared where
/// all that is merged runs (`CI`), so that two changes of the catalogue do not wait for each other.
#[test]
fn the_documentation_lists_every_sdk() {
    let table = table(&load());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sdks.md");
    if std::env::var_os("UNPROMPT_UPDATE_DOCS").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    if written != table {
        let told = "docs/sdks.md is older than rules/sdk/: UNPROMPT_UPDATE_DOCS=1 cargo test --lib sdk::tests";
        println!("{told}");
        assert!(std::env::var_os("CI").is_none(), "{told}");
    }
}
