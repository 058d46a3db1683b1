use unicode_normalization::UnicodeNormalization;

const LEAST: f64 = 0.6;

/// Returns the entry of a list that a text means by its letters; none if none is close.
pub fn match_catalogue(text: &str, entries: &[&str]) -> Option<String> {
    let wanted = fold(text);
    let mut best = None;
    let mut score = (LEAST, 0);
    for entry in entries {
        let folded = fold(entry);
        let found = (likeness(&wanted, &folded), folded.chars().count());
        if !folded.is_empty() && found > score {
            best = Some((*entry).to_owned());
            score = found;
        }
    }
    best
}

/// 1 for the same, 0.95 for one that holds all words of the entry, else Dice's coefficient.
fn likeness(text: &str, entry: &str) -> f64 {
    if text == entry {
        return 1.0;
    }
    let words: Vec<&str> = text.split(' ').collect();
    if entry.split(' ').all(|word| words.contains(&word)) {
        return 0.95;
    }
    let (pairs, mut rest) = (pairs(text), pairs(entry));
    let mut both = 0;
    for pair in &pairs {
        if let Some(at) = rest.iter().position(|other| other == pair) {
            rest.remove(at);
            both += 1;
        }
    }
    2.0 * both as f64 / (pairs.len() + both + rest.len()) as f64
}

fn pairs(text: &str) -> Vec<(char, char)> {
    let padded = [" ", text, " "].concat();
    padded.chars().zip(padded.chars().skip(1)).collect()
}

/// Makes texts comparable: letters and digits only, no case, no accents.
fn fold(text: &str) -> String {
    let letters = text.to_lowercase();
    let plain: String = letters
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .collect();
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
