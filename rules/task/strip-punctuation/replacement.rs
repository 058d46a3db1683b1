/// ASCII punctuation and symbols, Latin-1's, general and CJK punctuation.
fn is_mark(c: char) -> bool {
    c.is_ascii_punctuation()
        || "¡§«¶·»¿".contains(c)
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}')
        || matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{ff01}'..='\u{ff0f}')
}

/// Returns a text without punctuation; apostrophes and hyphens within words stay.
pub fn strip_punctuation(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let in_word = |at: Option<usize>| {
        at.and_then(|at| chars.get(at))
            .is_some_and(|c| c.is_alphanumeric())
    };
    let kept: String = chars
        .iter()
        .enumerate()
        .filter(|(at, c)| {
            let inner = matches!(c, '\'' | '’' | '-');
            inner && in_word(at.checked_sub(1)) && in_word(Some(at + 1)) || !is_mark(**c)
        })
        .map(|(_, c)| *c)
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
