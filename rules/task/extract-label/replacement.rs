use std::collections::HashSet;

use regex::{Regex, escape};

const LABELS: &[&str] = &["BUY", "SELL", "HOLD"]; // slot: labels

const MARK: &str =
    r"\b(?:decision|recommendation|proposal|answer|verdict|rating|signal|conclusion)\b";

/// Returns the label that a text states as its decision, or its only label.
pub fn extract_label(text: &str) -> Option<String> {
    let mut by_length = LABELS.to_vec();
    by_length.sort_by_key(|label| std::cmp::Reverse(label.chars().count()));
    let escaped: Vec<String> = by_length.iter().map(|label| escape(label)).collect();
    let names = escaped.join("|");
    if names.is_empty() {
        return None;
    }
    // Between mark and label may stand Markdown, a colon, 'is', 'to'.
    let between = r"(?:[^\w\n]|\b(?:is|to|be|a|the|option)\b){0,12}\n{0,2}[^\w\n]{0,8}";
    if let Some(stated) = find(text, &format!(r"(?i){MARK}{between}\b({names})\b")).pop() {
        return as_listed(&stated);
    }
    let named: HashSet<String> = find(text, &format!(r"(?i)\b({names})\b"))
        .iter()
        .filter_map(|name| as_listed(name))
        .collect();
    named.iter().next().filter(|_| named.len() == 1).cloned()
}

fn find(text: &str, pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).expect("the pattern is valid");
    pattern
        .captures_iter(text)
        .map(|found| found[1].to_owned())
        .collect()
}

fn as_listed(name: &str) -> Option<String> {
    let same = |label: &&&str| label.to_lowercase() == name.to_lowercase();
    LABELS.iter().find(same).map(|label| label.to_string())
}
