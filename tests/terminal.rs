//! What only a terminal sees: the line that tells how far a long scan is, and colour. The program runs
//! in a pseudo-terminal; where its standard error is a pipe (`tests/cli/`) it shows neither.

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

/// The bar starts half a second after the work: a scan that lasts clearly longer has to show it.
const LONG: Duration = Duration::from_millis(1500);

/// What the program writes to a terminal, and its exit code.
fn in_terminal(folder: &Path, args: &[&str]) -> (String, u32) {
    let pair = native_pty_system()
        .openpty(PtySize {
            rows: 40,
            cols: 100,
            ..PtySize::default()
        })
        .expect("a pseudo-terminal");
    let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin("unprompt"));
    command.cwd(folder);
    command.args(args);
    command.env_clear();
    command.env("TERM", "xterm-256color");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut child = pair.slave.spawn_command(command).expect("it starts");
    drop(pair.slave);
    let mut shown = Vec::new();
    // Linux ends the reading with an error when the last writer is gone.
    let mut block = [0; 4096];
    while let Ok(read @ 1..) = reader.read(&mut block) {
        shown.extend_from_slice(&block[..read]);
    }
    let status = child.wait().expect("it ends");
    (
        String::from_utf8_lossy(&shown).into_owned(),
        status.exit_code(),
    )
}

/// Copies of the corpus, doubled until a scan of them is long on this machine.
fn long_work() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("test-corpus");
    let mut copies = 0;
    for wanted in (0..10).map(|power| 1 << power) {
        while copies < wanted {
            copy(&corpus, &folder.path().join(format!("copy{copies}")));
            copies += 1;
        }
        let start = Instant::now();
        assert_cmd::Command::cargo_bin("unprompt")
            .expect("the program is built")
            .current_dir(folder.path())
            .args(["calls", "--format", "json", "--output", "calls.json"])
            .output()
            .expect("the program runs");
        if start.elapsed() > LONG {
            return folder;
        }
    }
    panic!("{copies} copies of the corpus are read within {LONG:?}");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder is made");
    for entry in std::fs::read_dir(from)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"))
    {
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("a file is copied");
        }
    }
}

#[test]
fn a_long_scan_tells_how_far_it_is_and_leaves_nothing_behind() {
    let folder = long_work();
    let args = ["calls", "--format", "json", "--output", "calls.json"];
    let (shown, code) = in_terminal(folder.path(), &args);
    assert_eq!(code, 0, "{shown}");
    let line = shown
        .split('\r')
        .find(|line| line.starts_with("reading "))
        .unwrap_or_else(|| panic!("no progress in {shown:?}"));
    let numbers: Vec<usize> = line
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .collect();
    assert!(
        matches!(numbers[..], [done, total] if done <= total && total > 10),
        "{line:?}"
    );
    assert!(shown.contains("\r\x1b[K"), "the line stays: {shown:?}");

    let quiet = [&args[..], &["--no-progress"]].concat();
    let (shown, _) = in_terminal(folder.path(), &quiet);
    assert!(!shown.contains("reading "), "{shown:?}");
}

#[test]
fn a_terminal_gets_colour_unless_told_otherwise() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("test-corpus");
    let (coloured, code) = in_terminal(&corpus, &["check", "checkout.ts"]);
    assert_eq!(code, 1, "{coloured}");
    assert!(coloured.contains("\x1b["), "{coloured:?}");
    let (plain, _) = in_terminal(&corpus, &["check", "checkout.ts", "--color", "never"]);
    assert!(!plain.contains("\x1b["), "{plain:?}");
}
