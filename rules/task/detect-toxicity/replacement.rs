/// Better: a classifier, or the list of your community.
#[rustfmt::skip]
const INSULTS: &[&str] = &[
    "idiot", "idiots", "moron", "stupid", "dumb", "loser", "bastard", "jerk", "scum", "trash",
    "shut up", "hate you", "kill you", "kill yourself", "go to hell", "screw you", "damn you",
];
const LETTERS: &[(char, char)] = &[
    ('0', 'o'),
    ('1', 'i'),
    ('3', 'e'),
    ('4', 'a'),
    ('5', 's'),
    ('7', 't'),
    ('@', 'a'),
    ('$', 's'),
    ('!', 'i'),
];

/// Returns whether an English comment holds an insult of the list.
pub fn detect_toxicity(text: &str) -> bool {
    let plain = format!(" {} ", folded(text));
    let mut insults = INSULTS.iter();
    insults.any(|insult| plain.contains(&format!(" {} ", folded(insult))))
}

/// Letters for look-alikes, other signs as blanks, repeated letters once.
fn folded(text: &str) -> String {
    let lower = text.to_lowercase();
    let letter = |c: char| {
        let row = LETTERS.iter().find(|(sign, _)| *sign == c);
        row.map_or(c, |(_, letter)| *letter)
    };
    let letters: String = lower.chars().map(letter).collect();
    let words = letters
        .split(|c: char| !c.is_ascii_lowercase())
        .filter(|word| !word.is_empty());
    let once = words.map(|word| {
        let mut chars: Vec<char> = word.chars().collect();
        chars.dedup();
        chars.into_iter().collect::<String>()
    });
    once.collect::<Vec<_>>().join(" ")
}
