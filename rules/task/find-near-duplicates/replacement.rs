use std::collections::HashMap;

/// Returns how much the letter trigrams of two texts overlap, from 0 to 1.
pub fn find_near_duplicates(first: &str, second: &str) -> f64 {
    let (a, b) = (trigrams(first), trigrams(second));
    let total: u32 = a.values().chain(b.values()).sum();
    let common: u32 = a
        .iter()
        .map(|(gram, count)| count.min(b.get(gram).unwrap_or(&0)))
        .sum();
    match total {
        0 => 1.0,
        total => 2.0 * f64::from(common) / f64::from(total),
    }
}

fn trigrams(text: &str) -> HashMap<[char; 3], u32> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut counts = HashMap::new();
    if !words.is_empty() {
        let padded: Vec<char> = format!("  {} ", words.join(" ")).chars().collect();
        for gram in padded.windows(3) {
            *counts.entry([gram[0], gram[1], gram[2]]).or_default() += 1;
        }
    }
    counts
}
