//! The cases are files beside this one; their lowering is compared with a snapshot.

use super::lower;
use crate::frontend::dump::dump;
use crate::ir::{ExprKind, Module, Part, Text};
use crate::source::{FileId, Language};
use std::path::{Path, PathBuf};

fn cases() -> Vec<(PathBuf, Language, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/frontend/typescript/cases");
    let mut cases: Vec<_> = std::fs::read_dir(folder)
        .expect("the cases are there")
        .map(|entry| entry.expect("a case can be read").path())
        .filter_map(|path| {
            let language = Language::of(&path)?;
            let text = std::fs::read_to_string(&path).expect("a case is text");
            Some((path, language, text))
        })
        .collect();
    cases.sort();
    cases
}

fn lowered(language: Language, text: &str) -> Module {
    lower(FileId(0), language, text)
}

/// All texts of a module, those inside templates too.
fn texts(module: &Module) -> Vec<&Text> {
    let mut texts = Vec::new();
    for expr in &module.exprs {
        match &expr.kind {
            ExprKind::Text(text) => texts.push(text),
            ExprKind::Template(parts) => texts.extend(parts.iter().filter_map(|part| match part {
                Part::Text(text) => Some(text),
                Part::Hole(_) => None,
            })),
            _ => {}
        }
    }
    texts
}

/// Every run stands in the file as in the value, unless it is one escape.
fn check_runs(text: &Text, file: &str) {
    assert!(text.runs.windows(2).all(|pair| pair[0].at < pair[1].at));
    assert!(text.runs.first().is_some_and(|run| run.at == 0), "{text:?}");
    for (at, run) in text.runs.iter().enumerate() {
        let end = text
            .runs
            .get(at + 1)
            .map_or(text.value.len(), |next| next.at as usize);
        let value = &text.value[run.at as usize..end];
        let source = &file[run.source as usize..];
        let escape = source.starts_with('\\') && value.chars().count() == 1;
        assert!(
            escape || source.starts_with(value),
            "{value:?} does not stand at {source:.40?}"
        );
    }
}

#[test]
fn cases_lower_as_their_snapshots_say() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("cases");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (path, language, text) in cases() {
            let name = path
                .file_name()
                .expect("a case has a name")
                .to_string_lossy();
            let module = lowered(language, &text);
            insta::assert_snapshot!(&*name, dump(&text, &module));
        }
    });
}

#[test]
fn runs_say_where_texts_stand() {
    for (_, language, text) in cases() {
        for found in texts(&lowered(language, &text)) {
            check_runs(found, &text);
        }
    }
}

#[test]
fn deep_nesting_ends() {
    let deep = [
        format!("x = {}1{};", "(".repeat(5000), ")".repeat(5000)),
        format!("x = {}1{};", "[".repeat(5000), "]".repeat(5000)),
        format!("x = f{};", ".a(y)".repeat(3000)),
        format!("{}{}", "if (a) {".repeat(3000), "}".repeat(3000)),
        format!("x = {}1;", "a => ".repeat(3000)),
        format!("x = {}1{};", "`${".repeat(2000), "}`".repeat(2000)),
        format!("let {}a{} = b;", "[".repeat(3000), "]".repeat(3000)),
        format!(
            "type A = {}string{};",
            "Array<".repeat(3000),
            ">".repeat(3000)
        ),
        format!("x = {}1;", "!".repeat(3000)),
        format!("x = {}1;", "a - ".repeat(3000)),
    ];
    for text in &deep {
        let module = lowered(Language::TypeScript, text);
        assert!(!module.broken.is_empty(), "{text:.40} is cut");
    }
}

#[test]
fn long_chains_stay_whole() {
    let long = [
        format!("x = {}\"z\";", "\"a\" + ".repeat(3000)),
        format!("x = {}c;", "a || ".repeat(3000)),
        format!("type A = {}\"z\";", "\"a\" | ".repeat(3000)),
        format!("{}{{}}", "if (a) { b } else ".repeat(3000)),
    ];
    for text in &long {
        let module = lowered(Language::TypeScript, text);
        assert!(module.broken.is_empty(), "{text:.40} is whole");
    }
}

#[test]
fn what_is_no_program_is_survived() {
    for text in [
        "",
        "\u{feff}",
        "\\",
        "`${",
        "'",
        "<a b=",
        "({[",
        "é\u{1F600}`\\",
        "export {",
        "@",
    ] {
        for language in [Language::TypeScript, Language::Tsx, Language::JavaScript] {
            let module = lowered(language, text);
            assert!(
                module
                    .exprs
                    .iter()
                    .all(|expr| { text.get(expr.span.range()).is_some() })
            );
        }
    }
}
