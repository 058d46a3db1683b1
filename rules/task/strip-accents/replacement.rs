use unicode_normalization::UnicodeNormalization;

/// Letters without a decomposition, and typographic marks.
#[rustfmt::skip]
const PLAIN: &[(char, &str)] = &[
    ('ß', "ss"), ('ẞ', "SS"), ('æ', "ae"), ('Æ', "AE"), ('œ', "oe"), ('Œ', "OE"), ('ø', "o"), ('Ø', "O"),
    ('ł', "l"), ('Ł', "L"), ('đ', "d"), ('Đ', "D"), ('þ', "th"), ('Þ', "Th"), ('ð', "d"), ('Ð', "D"), ('ı', "i"),
    ('’', "'"), ('‘', "'"), ('“', "\""), ('”', "\""), ('„', "\""), ('–', "-"), ('—', "-"),
];

/// Returns a text with plain letters in place of Latin letters with accents.
pub fn strip_accents(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
        .collect();
    let mut out = String::new();
    for c in plain.nfc() {
        match PLAIN.iter().find(|(letter, _)| *letter == c) {
            Some((_, letters)) => out.push_str(letters),
            None => out.push(c),
        }
    }
    out
}
