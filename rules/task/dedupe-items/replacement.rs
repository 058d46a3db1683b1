use std::collections::HashSet;

/// Returns the items without repetitions, which may differ in case and spacing; the first stays.
pub fn dedupe_items(items: &[&str]) -> Vec<String> {
    let mut seen = HashSet::new();
    items
        .iter()
        .filter(|item| {
            let lower = item.to_lowercase();
            seen.insert(lower.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .map(|item| (*item).to_owned())
        .collect()
}
