use std::sync::LazyLock;

use regex::Regex;

static VERSION: LazyLock<Regex> = LazyLock::new(|| {
    let suffix = concat!(
        r"(?:(?:a|b|rc)[0-9]+)?(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?",
        r"(?:\+[0-9A-Za-z.-]*[0-9A-Za-z])?",
    );
    let mark = r"(?-u:\b)(?:version:?\s*v?|release\s+v?|ver\.?\s*|v\.?\s?)";
    Regex::new(&format!(
        r"(?i){mark}([0-9]+(?:\.[0-9]+)+{suffix})|(?:^|[^0-9A-Za-z.])([0-9]+(?:\.[0-9]+){{2,}}{suffix})"
    ))
    .expect("the pattern is valid")
});
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$").expect("the pattern is valid")
});
static FILE_ENDING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\.tar)?\.(?:gz|xz|bz2|zip|whl|deb|rpm|exe|jar)$").expect("the pattern is valid")
});

/// Returns the first version number in a text.
pub fn extract_version(text: &str) -> Option<String> {
    VERSION.captures_iter(text).find_map(|found| {
        let bare = found.get(2).filter(|bare| !DATE.is_match(bare.as_str()));
        let version = found.get(1).or(bare)?.as_str();
        // Drop what a file's name adds, as in 1.2.3-x86.tar.gz.
        Some(FILE_ENDING.replace(version, "").into_owned())
    })
}
