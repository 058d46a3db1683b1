//! Small trees whose calls are found only by following names across files. A case is a folder; its
//! `expected.txt` lists the calls.

#![allow(clippy::unwrap_used)]

use super::{Manifest, Program, SourceFile};
use crate::sdk::Sdks;
use crate::source::{FileId, Language, LineIndex};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn files(base: &Path, path: &Path, found: &mut Vec<SourceFile>, manifests: &mut Vec<Manifest>) {
    if path.is_dir() {
        let inside = std::fs::read_dir(path).unwrap();
        let mut inside: Vec<PathBuf> = inside.map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        inside
            .iter()
            .for_each(|path| files(base, path, found, manifests));
    } else if let Some(language) = Language::of(path) {
        found.push(SourceFile {
            path: path.strip_prefix(base).unwrap().to_str().unwrap().into(),
            language,
            text: std::fs::read_to_string(path).unwrap(),
        });
    } else if path
        .extension()
        .is_some_and(|extension| extension == "json" || extension == "toml")
    {
        manifests.push(Manifest {
            path: path.strip_prefix(base).unwrap().to_str().unwrap().into(),
            text: std::fs::read_to_string(path).unwrap(),
        });
    }
}

fn calls(sdks: &Sdks, base: &Path) -> String {
    let mut sources = Vec::new();
    let mut manifests = Vec::new();
    files(base, base, &mut sources, &mut manifests);
    let program = Program::new(sources, sdks.types()).with_manifests(&manifests);
    let mut out = String::new();
    for number in 0..program.files().len() as u32 {
        for found in sdks.find(&program, FileId(number)) {
            let file = program.file(found.call.file);
            let span = program.expr(found.call).span;
            let line = LineIndex::new(&file.text).line(span.start);
            let shape = if found.by_shape { " by shape" } else { "" };
            let _ = writeln!(out, "{}:{line} {}{shape}", file.path, found.sdk.id);
        }
    }
    out
}

#[test]
fn calls_are_found_across_files() {
    let sdks = Sdks::load(&[] as &[&Path]).unwrap();
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/index/cases");
    let inside = std::fs::read_dir(cases).unwrap();
    let mut cases: Vec<PathBuf> = inside.map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    let mut differences = String::new();
    for case in cases {
        let expected = std::fs::read_to_string(case.join("expected.txt")).unwrap();
        let found = calls(&sdks, &case);
        if found != expected {
            let name = case.file_name().unwrap().to_str().unwrap();
            let _ = writeln!(differences, "-- {name}\n{found}-- expected\n{expected}");
        }
    }
    assert!(differences.is_empty(), "{differences}");
}
