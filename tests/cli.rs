//! The program on the command line: each case of `tests/cli/*.toml` makes a folder, runs the program in
//! it and looks at its exit code and what it says.
//!
//! Run with `INSTA_UPDATE=always` to renew the snapshots. What the judging of prompts may change with
//! every new weight (how sure it is) is scrubbed.

use assert_cmd::Command;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// Path → what it is.
    #[serde(default)]
    files: BTreeMap<String, File>,
    args: Vec<String>,
    stdin: Option<File>,
    /// Environment variables on top of a scrubbed environment.
    #[serde(default)]
    env: BTreeMap<String, String>,
    exit: i32,
    /// What standard output must hold.
    #[serde(default)]
    stdout: Vec<String>,
    /// What standard error must hold; without any it must be empty.
    #[serde(default)]
    stderr: Vec<String>,
    /// What neither may hold.
    #[serde(default)]
    never: Vec<String>,
    /// Whether standard output is compared with a snapshot.
    #[serde(default)]
    snapshot: bool,
    /// A file that must be written, and what it must hold.
    #[serde(default)]
    written: BTreeMap<String, String>,
}

/// A text; `@name` stands for `tests/cli/samples/name`.
#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Text(String),
    Bytes {
        bytes: Vec<u8>,
    },
    Repeat {
        start: String,
        repeat: String,
        times: usize,
    },
    Link {
        link: String,
    },
    Locked {
        locked: String,
    },
}

impl File {
    fn bytes(&self) -> Vec<u8> {
        match self {
            File::Text(text) => match text.strip_prefix('@') {
                Some(name) => std::fs::read(home().join("samples").join(name)).expect("a sample"),
                None => text.clone().into_bytes(),
            },
            File::Bytes { bytes } => bytes.clone(),
            File::Repeat {
                start,
                repeat,
                times,
            } => format!("{start}{}", repeat.repeat(*times)).into_bytes(),
            File::Link { link } | File::Locked { locked: link } => link.clone().into_bytes(),
        }
    }
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli")
}

/// The program in `folder`, in an environment where nothing depends on who runs it.
fn unprompt(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("unprompt").expect("the program is built");
    command
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("LC_ALL", "C");
    command
}

/// Makes the files of a case; `false` where this system cannot (no links, or a user who may read all).
fn make(folder: &Path, files: &BTreeMap<String, File>) -> bool {
    for (name, file) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        match file {
            File::Link { link } => {
                #[cfg(unix)]
                std::os::unix::fs::symlink(link, &path).expect("a link is made");
                #[cfg(not(unix))]
                {
                    let _ = link;
                    return false;
                }
            }
            File::Locked { .. } => {
                std::fs::create_dir(&path).expect("a folder is made");
                lock(&path);
                if std::fs::read_dir(&path).is_ok() {
                    return false;
                }
            }
            file => std::fs::write(&path, file.bytes()).expect("a file is written"),
        }
    }
    true
}

#[cfg(unix)]
fn lock(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o000)).expect("a lock");
}

#[cfg(not(unix))]
fn lock(_: &Path) {}

fn check(case: &Case) {
    let name = &case.name;
    let folder = tempfile::tempdir().expect("a folder");
    if !make(folder.path(), &case.files) {
        eprintln!("{name}: not on this system, or not as this user");
        return;
    }
    let mut command = unprompt(folder.path());
    command.args(&case.args).envs(&case.env);
    if let Some(input) = &case.stdin {
        command.write_stdin(input.bytes());
    }
    let output = command.output().expect("the program runs");
    let stdout = String::from_utf8_lossy(&output.stdout);
    let stderr = String::from_utf8_lossy(&output.stderr);
    let all = format!("{name}\n--- stdout\n{stdout}\n--- stderr\n{stderr}");
    assert_eq!(output.status.code(), Some(case.exit), "{all}");
    for wanted in &case.stdout {
        assert!(stdout.contains(wanted), "no {wanted:?} in stdout of {all}");
    }
    for wanted in &case.stderr {
        assert!(stderr.contains(wanted), "no {wanted:?} in stderr of {all}");
    }
    assert!(!case.stderr.is_empty() || stderr.is_empty(), "{all}");
    for unwanted in &case.never {
        let said = stdout.contains(unwanted) || stderr.contains(unwanted);
        assert!(!said, "{unwanted:?} is in {all}");
    }
    for (path, wanted) in &case.written {
        let text = std::fs::read_to_string(folder.path().join(path)).expect("a written file");
        assert!(text.contains(wanted), "no {wanted:?} in {path}: {text}");
    }
    if case.snapshot {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("cli/snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name.replace(' ', "-"), scrubbed(&stdout)));
    }
}

/// Without what a new version or a new weight changes.
fn scrubbed(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "[version]")
        .replace("low confidence", "[some] confidence")
        .replace("medium confidence", "[some] confidence")
        .replace("high confidence", "[some] confidence")
}

#[test]
fn cases() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(home())
        .expect("tests/cli")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a file of cases");
        let cases: Cases =
            toml::from_str(&text).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()));
        cases.case.iter().for_each(check);
    }
}

#[test]
fn threads_change_nothing() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("test-corpus");
    let runs = ["1", "8", "8", "3"].map(|threads| {
        let json = unprompt(&corpus)
            .args(["calls", "--format", "json", "--threads", threads])
            .output()
            .expect("the program runs");
        let text = unprompt(&corpus)
            .args(["check", "--min-confidence", "low", "--threads", threads])
            .output()
            .expect("the program runs");
        (json.stdout, json.stderr, text.stdout, text.stderr)
    });
    assert!(runs[0].0.len() > 10_000);
    assert!(runs.iter().all(|run| *run == runs[0]));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("test-corpus");
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("unprompt"))
        .current_dir(&corpus)
        .args(["calls", "--format", "json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let mut said = String::new();
    let mut stderr = child.stderr.take().expect("a pipe");
    stderr.read_to_string(&mut said).expect("standard error");
    let status = child.wait().expect("the program ends");
    assert_eq!(status.code(), Some(0), "{said}");
    assert!(!said.contains("panic"), "{said}");
}

#[test]
fn the_template_of_init_is_read_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str]| {
        let output = unprompt(folder.path()).args(args).output();
        output.expect("the program runs").status.code()
    };
    std::fs::write(folder.path().join("a.py"), "x = 1\n").expect("a file is written");
    assert_eq!(run(&["init"]), Some(0));
    assert_eq!(run(&["check"]), Some(0));
    // Every setting that is commented out is one, too.
    let path = folder.path().join("unprompt.toml");
    let text = std::fs::read_to_string(&path).expect("the template");
    let all: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(set) if set.starts_with('[') || set.contains(" = ") => format!("{set}\n"),
            _ => format!("{line}\n"),
        })
        .collect();
    std::fs::write(&path, all).expect("a file is written");
    std::fs::create_dir(folder.path().join("unprompt-rules")).expect("a folder is made");
    let output = unprompt(folder.path()).arg("check").output();
    let output = output.expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    // An empty folder of rules is the one thing wrong with it.
    assert!(said.contains("no rule here"), "{said}");
}

/// The fingerprints of `mail.py` in a folder, seen from where the command runs.
fn fingerprints(run_in: &Path, path: &str) -> Vec<String> {
    let output = unprompt(run_in)
        .args(["calls", path, "--format", "json"])
        .output()
        .expect("the program runs");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let calls = report["calls"].as_array().expect("calls");
    let shown = calls.iter().map(|call| call["fingerprint"].to_string());
    shown.collect()
}

#[test]
fn fingerprints_survive_edits_around_the_call() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = folder.path().join("app");
    std::fs::create_dir(&app).expect("a folder is made");
    let sample = std::fs::read_to_string(home().join("samples/mail.py")).expect("a sample");
    let write = |text: &str| std::fs::write(app.join("mail.py"), text).expect("written");
    write(&sample);
    let before = fingerprints(folder.path(), ".");
    assert_eq!(before.len(), 1);
    assert_eq!(fingerprints(&app, "."), before);
    assert_eq!(
        fingerprints(&app, &folder.path().display().to_string()),
        before
    );
    write(&format!(
        "# moved\n\n{}",
        sample.replace("body", "message").replace("reply", "answer")
    ));
    assert_eq!(fingerprints(folder.path(), "app"), before);
    write(&sample.replace("email address", "phone number"));
    assert_ne!(fingerprints(folder.path(), "app"), before);
    write(&format!(
        "{sample}\n\n{}",
        sample.replace("from openai import OpenAI\nclient = OpenAI()\n", "")
    ));
    let twice = fingerprints(folder.path(), "app");
    assert!(twice.len() == 2 && twice[0] == before[0] && twice[1] != twice[0]);
}
