use unicode_normalization::UnicodeNormalization;

const WORDS: &[&str] = &["heck", "darn"]; // slot: words

/// Returns whether a text holds a word of the list (or its plural) as a whole word.
pub fn contains_banned_word(text: &str) -> bool {
    let plain = fold(text);
    WORDS.iter().any(|word| holds(&plain, &fold(word)))
}

fn holds(text: &str, word: &str) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, _)| {
        let rest = &text[at + word.len()..];
        let plural = rest.strip_prefix('s').unwrap_or(rest);
        let ends = [rest, plural].map(|rest| !in_word(rest.chars().next()));
        !in_word(text[..at].chars().next_back()) && ends.contains(&true)
    })
}

/// Makes texts comparable: no case, no accents, single spaces.
fn fold(text: &str) -> String {
    let letters = text.to_lowercase();
    let plain: String = letters
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
