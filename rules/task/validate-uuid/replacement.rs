use std::sync::LazyLock;

use regex::Regex;

static UUID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        "^(?i-u:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
        "|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$",
    ))
    .expect("the pattern is valid")
});

/// Returns whether a text is, as a whole, a UUID with hyphens.
pub fn validate_uuid(text: &str) -> bool {
    UUID.is_match(text)
}
