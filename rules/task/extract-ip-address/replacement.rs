use std::net::IpAddr;
use std::sync::LazyLock;

use regex::Regex;

static CANDIDATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}",
        r"|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){1,6}:(?:[0-9]{1,3}\.){3}[0-9]{1,3}",
        r"|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}",
    ))
    .expect("the pattern is valid")
});

/// Returns the first IPv4 or IPv6 address in a text.
pub fn extract_ip_address(text: &str) -> Option<String> {
    let found = CANDIDATE.find_iter(text).find(|found| {
        let (before, after) = (&text[..found.start()], &text[found.end()..]);
        let after = after.strip_prefix('.').unwrap_or(after);
        let part = before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.')
            || after.starts_with(|c: char| c.is_ascii_alphanumeric());
        !part && found.as_str() != "::" && found.as_str().parse::<IpAddr>().is_ok()
    })?;
    Some(found.as_str().to_owned())
}
