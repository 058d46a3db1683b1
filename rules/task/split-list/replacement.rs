use std::sync::LazyLock;

use regex::Regex;

static SEPARATORS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[,;，、；]|\r?\n|\t|•"));
static MARK: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[-*+–]|[0-9]{1,3}[.)]|\[[ xX]?\])\s+"));
static CONJUNCTION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:and|und|et|y|e|or|oder|ou|o)\s+"));
static LAST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(.+?)\s+(?:and|und|et|y)\s+(\S.*)$"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a valid pattern")
}

/// Returns the items of a list that is written with separators, bullets or on lines.
pub fn split_list(text: &str) -> Vec<String> {
    let mut items: Vec<String> = SEPARATORS
        .split(text)
        .map(|part| {
            let unmarked = MARK.replace(part.trim(), "").into_owned();
            let plain = CONJUNCTION.replace(&unmarked, "");
            plain.trim_matches([' ', '.']).to_owned()
        })
        .filter(|item| !item.is_empty())
        .collect();
    // 'eggs and bread' at the end of a list of several is two items.
    if items.len() > 1
        && !text.contains('\n')
        && let Some(last) = items.last().cloned()
        && let Some(found) = LAST.captures(&last)
    {
        items.pop();
        items.extend([found[1].to_owned(), found[2].to_owned()]);
    }
    items
}
