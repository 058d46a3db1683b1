const UNIT: &str = "characters"; // slot: unit

/// Returns the characters, or the words, of a text in reverse order.
pub fn reverse_text(text: &str) -> String {
    if UNIT == "words" {
        return text.split_whitespace().rev().collect::<Vec<_>>().join(" ");
    }
    let mut clusters: Vec<String> = Vec::new();
    for c in text.chars() {
        let mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{fe0f}');
        match clusters.last_mut() {
            Some(cluster) if mark => cluster.push(c),
            _ => clusters.push(c.to_string()),
        }
    }
    clusters.into_iter().rev().collect()
}
