use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};

static HUNK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^@@ -[0-9]+(?:,([0-9]+))? \+[0-9]+(?:,([0-9]+))? @@")
        .expect("the pattern is valid")
});
static GIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"^diff --git "?a/.*? "?b/(.*?)"?$"#).expect("the pattern is valid")
});

/// Returns the files of a unified diff with the numbers of lines added and removed, as JSON.
pub fn parse_diff(diff: &str) -> Vec<Value> {
    let mut files: Vec<(String, u64, u64)> = Vec::new();
    let (mut old_left, mut new_left) = (0, 0);
    let mut old_name = String::new();
    for line in diff.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if old_left > 0 || new_left > 0 {
            let sign = line.chars().next().unwrap_or(' ');
            old_left -= i64::from(matches!(sign, '-' | ' '));
            new_left -= i64::from(matches!(sign, '+' | ' '));
            if let Some((_, added, removed)) = files.last_mut() {
                *added += u64::from(sign == '+');
                *removed += u64::from(sign == '-');
            }
        } else if let Some(git) = GIT.captures(line) {
            files.push((git[1].to_owned(), 0, 0));
            old_name.clear();
        } else if line.starts_with("--- ") {
            old_name = name(line);
            // Without git's own line, this one begins another file.
            if files
                .last()
                .is_none_or(|(_, added, removed)| added + removed > 0)
            {
                files.push((String::new(), 0, 0));
            }
        } else if let (true, Some(last)) = (line.starts_with("+++ "), files.last_mut()) {
            let new_name = name(line);
            last.0 = if new_name == "/dev/null" {
                old_name.clone()
            } else {
                new_name
            };
        } else if let (Some(hunk), false) = (HUNK.captures(line), files.is_empty()) {
            let length = |group| hunk.get(group).map_or(Some(1), |n| n.as_str().parse().ok());
            old_left = length(1).unwrap_or(0);
            new_left = length(2).unwrap_or(0);
        }
    }
    let named = files.into_iter().filter(|(file, ..)| !file.is_empty());
    named
        .map(|(file, added, removed)| json!({ "file": file, "added": added, "removed": removed }))
        .collect()
}

/// Returns the path of a '---' or '+++' line without 'a/' or 'b/' and time.
fn name(line: &str) -> String {
    let path = line[4..].split('\t').next().unwrap_or_default();
    let path = path.trim_matches('"');
    let bare = path.strip_prefix("a/").or(path.strip_prefix("b/"));
    bare.unwrap_or(path).to_owned()
}
