use unicode_normalization::UnicodeNormalization;

/// Returns a text as a URL slug of lower-case ASCII words joined by hyphens.
pub fn slugify(text: &str) -> String {
    let spelt: String = text.to_lowercase().chars().map(letter).collect();
    let mut slug = String::with_capacity(spelt.len());
    for c in spelt.nfkd() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Spells Latin letters that do not decompose into a base letter and a mark.
fn letter(c: char) -> String {
    match c {
        'ß' => "ss".into(),
        'æ' => "ae".into(),
        'œ' => "oe".into(),
        'ø' => "o".into(),
        'đ' | 'ð' => "d".into(),
        'ł' => "l".into(),
        'ı' => "i".into(),
        'þ' => "th".into(),
        other => other.into(),
    }
}
