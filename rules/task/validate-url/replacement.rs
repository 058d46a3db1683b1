use std::sync::LazyLock;

use regex::Regex;

static URL_FORM: LazyLock<Regex> = LazyLock::new(|| {
    let octet = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";
    let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    let host = format!(
        r"(?:(?i-u:localhost)|{octet}(?:\.{octet}){{3}}|(?:{label}\.)+(?:[A-Za-z]{{2,63}}|(?i-u:xn--)[A-Za-z0-9-]{{1,59}}))"
    );
    let rest = r"(?::([0-9]{1,5}))?(?:[/?#][!#-;=?-Z_a-z~\[\]@$&'*+,]*)?";
    Regex::new(&format!("^(?i-u:https?)://{host}{rest}$")).expect("the pattern is valid")
});

/// Returns whether a text is, as a whole, a web address of the usual form.
pub fn validate_url(text: &str) -> bool {
    URL_FORM.captures(text).is_some_and(|found| {
        let port = found.get(1).map_or("0", |port| port.as_str());
        port.parse::<u16>().is_ok()
    })
}
