use std::collections::HashMap;

/// Examples of each intent: replace them by ten or more of your own for each.
const EXAMPLES: &[(&str, &str)] = &[
    ("where is my order", "order_status"),
    ("track my parcel delivery status", "order_status"),
    ("cancel my order please", "cancel_order"),
    ("i do not want the order any more, stop it", "cancel_order"),
    ("i want my money back refund", "refund"),
    ("return the item and get a refund", "refund"),
    ("talk to a human agent", "talk_to_human"),
    ("can i speak with a person from support", "talk_to_human"),
];
const STOP: &str = " a an and can do from get i is it me my not of please the to want with you ";
const UNSURE: f64 = 0.35;

/// Returns the intent of the most similar example, or 'unknown'.
pub fn classify_intent(message: &str) -> String {
    let words = counted(message);
    let mut best = ("unknown", 0.0);
    for (text, intent) in EXAMPLES {
        let score = cosine(&words, &counted(text));
        if score >= UNSURE && score > best.1 {
            best = (intent, score);
        }
    }
    best.0.to_owned()
}

fn counted(text: &str) -> HashMap<String, u32> {
    let mut counts = HashMap::new();
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_ascii_lowercase()) {
        if !word.is_empty() && !STOP.contains(&format!(" {word} ")) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

fn cosine(a: &HashMap<String, u32>, b: &HashMap<String, u32>) -> f64 {
    let products = a
        .iter()
        .map(|(word, count)| count * b.get(word).unwrap_or(&0));
    let common: u32 = products.sum();
    let length = |words: &HashMap<String, u32>| words.values().map(|count| count * count).sum();
    let lengths: [u32; 2] = [length(a), length(b)];
    match common {
        0 => 0.0,
        common => f64::from(common) / f64::from(lengths[0] * lengths[1]).sqrt(),
    }
}
