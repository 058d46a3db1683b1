//! Runs every replacement of `rules/task`, in its three languages, on its rule's cases.

use std::path::Path;
use std::process::Command;

#[test]
fn replacements_answer_their_cases() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new("bash")
        .arg("scripts/replacements.sh")
        .current_dir(root)
        // The script builds a project of its own: what this run was given is not for it.
        .env_remove("CARGO_TARGET_DIR")
        .env_remove("RUSTFLAGS")
        .output()
        .expect("bash runs scripts/replacements.sh");
    assert!(
        output.status.success(),
        "scripts/replacements.sh failed\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
}
