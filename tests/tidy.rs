//! The walls between the rooms (ARCHITECTURE.md), by looking at the sources.

use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "cases") {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What may stand only where.
const WALLS: &[(&str, &[&str])] = &[
    ("tree_sitter", &["src/frontend/"]),
    ("syn::", &["src/frontend/"]),
    ("ariadne::", &["src/report/text"]),
    ("println!(", &["src/cli/", "src/main.rs"]),
    ("eprintln!(", &["src/cli/", "src/main.rs"]),
    (
        "std::fs::read",
        &[
            "src/source/",
            "src/config",
            "src/rules/load.rs",
            "src/sdk/load.rs",
            "src/sdk/catalogue",
        ],
    ),
    ("std::process::Command", &[]),
];

#[test]
fn rooms_keep_to_themselves() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let name = file
            .strip_prefix(root)
            .expect("below the root")
            .to_string_lossy()
            .replace('\\', "/");
        if name.ends_with("/tests.rs") || name.contains("/dump") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("a source");
        for (number, line) in text.lines().enumerate() {
            let code = line.trim_start();
            if code.starts_with("//") {
                continue;
            }
            for (word, allowed) in WALLS {
                if code.contains(word) && !allowed.iter().any(|place| name.starts_with(place)) {
                    wrong.push(format!(
                        "{name}:{}: {word} belongs in {allowed:?}",
                        number + 1
                    ));
                }
            }
            if name.starts_with("src/rules/") && code.contains("crate::ir") {
                wrong.push(format!("{name}:{}: rules must not know the IR", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
