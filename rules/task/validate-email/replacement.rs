use std::sync::LazyLock;

use regex::Regex;

static EMAIL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*",
        r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+",
        r"(?:[A-Za-z]{2,63}|(?:xn|XN)--[A-Za-z0-9-]{1,59})$",
    ))
    .expect("the pattern is valid")
});

/// Returns whether a text is, as a whole, an e-mail address of the usual form.
pub fn validate_email(address: &str) -> bool {
    let short = address.len() <= 254 && address.rfind('@').is_some_and(|at| at <= 64);
    short && EMAIL.is_match(address)
}
