use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

/// The pattern of RFC 3986, appendix B, after the scheme.
static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$").expect("the pattern is valid")
});
static HOST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::[0-9]+)?(?:[/?#]|$)")
        .expect("the pattern is valid")
});

/// Returns scheme, host, port, path, query and fragment of a URL, as JSON.
pub fn parse_url(url: &str) -> Option<Value> {
    let mut text = url.trim().to_owned();
    if text.is_empty() {
        return None;
    }
    // A host without scheme, as in example.com/path.
    if HOST.is_match(&text) {
        text.insert_str(0, "//");
    }
    let (scheme, rest) = scheme(&text).unwrap_or(("", &text));
    let found = PARTS.captures(rest)?;
    let part = |group: usize| found.get(group).map_or("", |part| part.as_str());
    let (authority, mut path, mut query) = (part(1), part(2), part(3));
    if authority.is_empty() && query.is_empty() && path.contains('=') && !path.contains('/') {
        (path, query) = ("", path);
    }
    let host = authority.rsplit('@').next().unwrap_or_default();
    let digits = |port: &str| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    let (host, port) = host
        .rsplit_once(':')
        .filter(|(_, port)| digits(port))
        .unwrap_or((host, ""));
    let pairs = form_urlencoded::parse(query.as_bytes());
    let query: Map<String, Value> = pairs
        .map(|(key, value)| (key.into_owned(), value.into_owned().into()))
        .collect();
    Some(json!({
        "scheme": scheme.to_lowercase(), "host": host, "port": port,
        "path": path, "query": query, "fragment": part(4),
    }))
}

fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let plain = !scheme.is_empty() && !scheme.contains(['/', '?', '#']);
    let follows = rest.starts_with(|c: char| !c.is_ascii_digit());
    (plain && follows).then_some((scheme, rest))
}
