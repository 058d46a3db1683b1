#[rustfmt::skip]
const REPLACEMENTS: &[(&str, &str)] = &[("colour", "color"), ("centre", "center")]; // slot: table

/// Returns a text with the words of a table replaced, in any case, longest first.
pub fn replace_words(text: &str) -> String {
    let mut rows: Vec<(Vec<char>, &str)> = REPLACEMENTS
        .iter()
        .filter(|(word, _)| !word.is_empty())
        .map(|(word, new)| (word.chars().collect(), *new))
        .collect();
    rows.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        let found = rows.iter().find(|(word, _)| stands_at(&chars, at, word));
        if let Some((word, new)) = found {
            out.push_str(new);
            at += word.len();
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// Whether a word stands at a place as a word of its own, in any case.
fn stands_at(chars: &[char], at: usize, word: &[char]) -> bool {
    let in_word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let end = at + word.len();
    let before = at.checked_sub(1).and_then(|before| chars.get(before));
    let same = |(a, b): (&char, &char)| a.to_lowercase().eq(b.to_lowercase());
    chars
        .get(at..end)
        .is_some_and(|part| part.iter().zip(word).all(same))
        && !in_word(before)
        && !in_word(chars.get(end))
}
