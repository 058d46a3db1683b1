use std::sync::LazyLock;

use regex::Regex;

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"[A-Za-z0-9À-ɏ_+-][A-Za-z0-9À-ɏ_.+'-]*",
        r"@(?:[A-Za-z0-9À-ɏ](?:[A-Za-z0-9À-ɏ-]*[A-Za-z0-9À-ɏ])?\.)+[A-Za-zÀ-ɏ]{2,}",
    ))
    .expect("the pattern is valid")
});

/// Returns the first e-mail address in a text.
pub fn extract_email(text: &str) -> Option<String> {
    EMAIL.find(text).map(|found| found.as_str().to_owned())
}
