//! One check over the folder of cases: what each lowers to, and that every byte of every text
//! stands where it says.

#![allow(clippy::unwrap_used)]

use super::lower;
use crate::frontend::dump::dump;
use crate::ir::{ExprKind, Module, Part, Text};
use crate::source::FileId;
use std::path::{Path, PathBuf};

fn cases() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/frontend/python/cases");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
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

/// Each character stands at its place, or an escape does.
fn check_places(name: &str, file: &str, module: &Module) {
    for text in texts(module) {
        assert_eq!(
            text.value.is_empty(),
            text.runs.is_empty(),
            "{name}: {text:?}"
        );
        for (at, found) in text.value.char_indices() {
            let run = text.runs.iter().rfind(|run| run.at as usize <= at);
            let run = run.unwrap_or_else(|| panic!("{name}: {text:?} has no run at {at}"));
            let place = run.source as usize + at - run.at as usize;
            let there = file[place..].chars().next();
            let stands = there == Some(found) || there == Some('\\');
            assert!(
                stands,
                "{name}: {found:?} of {:?} is not at {place}",
                text.value
            );
        }
    }
}

#[test]
fn deep_nesting_neither_overflows_nor_is_lost_silently() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("f(", ")"),
        ("not ", ""),
        ("x if y else ", ""),
    ] {
        let text = format!("a = {}1{}\n", open.repeat(3000), close.repeat(3000));
        assert_broken(&text);
    }
    assert_broken(&format!("a = x{}\n", ".f(1)".repeat(3000)));
    let nested: String = (0..400)
        .map(|level| format!("{}if x:\n", " ".repeat(level)))
        .collect();
    assert_broken(&format!("{nested}{}y()\n", " ".repeat(400)));
}

fn assert_broken(text: &str) {
    assert!(!lower(FileId(0), text).broken.is_empty(), "{:.60}", text);
}

#[test]
fn long_sums_are_flat() {
    let text = format!("a = 'x'{}\n", " + 'y'".repeat(5000));
    let module = lower(FileId(0), &text);
    assert!(module.broken.is_empty());
    let sum = |expr: &crate::ir::Expr| matches!(&expr.kind, ExprKind::Concat(v) if v.len() == 5001);
    assert!(module.exprs.iter().any(sum));
}

/// An editor lowers what is being typed: every beginning of a file must hold.
#[test]
fn half_typed_files_lower() {
    for (name, text) in cases() {
        for end in (0..text.len()).step_by(23) {
            let Some(typed) = text.get(..end) else {
                continue;
            };
            let module = lower(FileId(0), typed);
            check_places(&name, typed, &module);
            for expr in &module.exprs {
                assert!(typed.get(expr.span.range()).is_some(), "{name} up to {end}");
            }
        }
    }
}
