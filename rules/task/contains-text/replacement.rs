const MODE: &str = "any"; // slot: mode

/// Returns whether one (or all) of the strings stand in a text as words, in any case.
pub fn contains_text(text: &str, strings: &[&str]) -> bool {
    let lower = text.to_lowercase();
    let found = |string: &&str| !string.is_empty() && stands(&lower, &string.to_lowercase());
    match MODE {
        "all" => !strings.is_empty() && strings.iter().all(|string| found(string)),
        _ => strings.iter().any(|string| found(string)),
    }
}

fn stands(text: &str, string: &str) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let open_start = !in_word(string.chars().next());
    let open_end = !in_word(string.chars().next_back());
    text.match_indices(string).any(|(start, found)| {
        let before = text[..start].chars().next_back();
        let after = text[start + found.len()..].chars().next();
        (open_start || !in_word(before)) && (open_end || !in_word(after))
    })
}
