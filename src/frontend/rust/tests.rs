//! One check over the folder of cases: what each lowers to, and that every byte of every text
//! stands where it says.

#![allow(clippy::unwrap_used)]

use super::lower;
use crate::frontend::dump::dump;
use crate::ir::{ExprKind, Module, Part, Text};
use crate::source::FileId;
use std::path::{Path, PathBuf};

fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/frontend/rust/cases");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_string();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn cases_lower_to_their_snapshots() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("cases");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, text) in cases() {
            let module = lower(FileId(0), &text);
            insta::assert_snapshot!(name, dump(&text, &module));
        }
    });
}

#[test]
fn texts_stand_where_they_say() {
    for (name, text) in cases() {
        check_places(&name, &text, &lower(FileId(0), &text));
    }
}

/// Every text of `module`, also those inside templates.
fn texts(module: &Module) -> impl Iterator<Item = &Text> {
    module.exprs.iter().flat_map(|expr| match &expr.kind {
        ExprKind::Text(text) => vec![text],
        ExprKind::Template(parts) => parts
            .iter()
            .filter_map(|part| match part {
                Part::Text(text) => Some(text),
                Part::Hole(_) => None,
            })
            .collect(),
        _ => Vec::new(),
    })
}

/// Each character stands at its place, or an escape does. A text that is made of a name (a renamed
/// variant) stands nowhere.
fn check_places(name: &str, file: &str, module: &Module) {
    for text in texts(module).filter(|text| !text.runs.is_empty()) {
        for (at, found) in text.value.char_indices() {
            let run = text.runs.iter().rfind(|run| run.at as usize <= at);
            let run = run.unwrap_or_else(|| panic!("{name}: {text:?} has no run at {at}"));
            let place = run.source as usize + at - run.at as usize;
            let there = file[place..].chars().next();
            // The line end between two doc comments may be written with two bytes.
            let line_end = found == '\n' && there == Some('\r');
            let stands = there == Some(found) || there == Some('\\') || line_end;
            assert!(
                stands,
                "{name}: {found:?} of {:?} is not at {place}",
                text.value
            );
        }
    }
}

#[test]
fn several_files_on_one_thread_keep_their_offsets() {
    for number in 0..3 {
        let text = format!(
            "{}fn é() {{ ask(\"ä {number}\"); }}",
            " ".repeat(number * 7)
        );
        let module = lower(FileId(number as u32), &text);
        let call = module[module.calls[0]].span;
        assert_eq!(&text[call.range()], format!("ask(\"ä {number}\")"));
    }
}

#[test]
fn deep_nesting_neither_overflows_nor_is_lost_silently() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("f(", ")"),
        ("!", ""),
        ("&", ""),
        ("{", "}"),
        ("if x {", "}"),
        ("|| ", ""),
        ("return ", ""),
        ("x.f(", ")"),
        ("vec![", "]"),
        ("a = ", ""),
        ("match x { _ => ", "}"),
    ] {
        for depth in [70, 100, 140, 150, 250, 3000, 30_000] {
            let text = format!(
                "fn a() {{ {}1{} }} fn last() {{ kept() }}",
                open.repeat(depth),
                close.repeat(depth)
            );
            let module = lower(FileId(0), &text);
            let broken = !module.broken.is_empty();
            assert!(broken || depth < 250, "{open} {depth}");
            assert!(!module.calls.is_empty(), "{open} {depth}");
        }
    }
}

#[test]
fn deep_types_and_patterns_do_not_overflow() {
    for depth in [100, 1000, 5000] {
        let types = format!(
            "fn a(x: {}u8{}) {{}}",
            "V<".repeat(depth),
            ">".repeat(depth)
        );
        let references = format!("fn a(x: {}u8) {{}}", "&".repeat(depth));
        let pats = format!("fn a() {{ let {}x = 1; }}", "&".repeat(depth));
        let chain = format!("fn a() {{ x{}; }}", ".f(1)".repeat(depth));
        let branches = format!("fn a() {{ {} {{}} }}", "if x { y(); } else ".repeat(depth));
        for text in [types, references, pats, chain, branches] {
            lower(FileId(0), &text);
        }
    }
}

#[test]
fn long_sums_are_flat() {
    let text = format!("const A: S = \"x\"{};", " + \"y\"".repeat(1500));
    let module = lower(FileId(0), &text);
    assert!(module.broken.is_empty());
    let sum = |expr: &crate::ir::Expr| matches!(&expr.kind, ExprKind::Concat(v) if v.len() == 1501);
    assert!(module.exprs.iter().any(sum));
}
