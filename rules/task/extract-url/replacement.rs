use std::sync::LazyLock;

use regex::Regex;

static URL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?i)(?:https?://|www\.)[^\s<>"'`{}|\\^，。、）】」]+"#)
        .expect("the pattern is valid")
});

/// Returns the first web address in a text.
pub fn extract_url(text: &str) -> Option<String> {
    URL.find_iter(text)
        .map(|found| without_punctuation(found.as_str()))
        .find(|url| {
            url.strip_prefix("www.").unwrap_or(url).contains('.') || url.contains("localhost")
        })
        .map(str::to_owned)
}

/// Drops what the sentence, not the address, put at the end.
fn without_punctuation(mut url: &str) -> &str {
    while let Some(last) = url.chars().last() {
        let unopened = match last {
            ')' => url.matches('(').count() < url.matches(')').count(),
            ']' => url.matches('[').count() < url.matches(']').count(),
            _ => false,
        };
        if !".,;:!?*_~…".contains(last) && !unopened {
            break;
        }
        url = &url[..url.len() - last.len_utf8()];
    }
    url
}
