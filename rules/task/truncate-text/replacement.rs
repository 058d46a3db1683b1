/// Returns a text of at most so many characters, cut at a word where possible.
pub fn truncate_text(text: &str, limit: i64) -> String {
    let limit = usize::try_from(limit).unwrap_or(0);
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    if limit < 1 {
        return String::new();
    }
    let room: String = text.chars().take(limit - 1).collect();
    let at_word_end = text.chars().nth(limit - 1).is_some_and(char::is_whitespace);
    let whole = match room.rsplit_once(' ') {
        _ if at_word_end => room.as_str(),
        Some((start, _)) => start,
        None => "",
    };
    let whole = whole.trim_end();
    format!("{}…", if whole.is_empty() { &room } else { whole })
}
