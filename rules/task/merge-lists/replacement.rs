use std::collections::HashSet;

const OPERATION: &str = "union"; // slot: operation

/// Returns the union, intersection or difference of two lists, each entry once.
pub fn merge_lists(first: &[&str], second: &[&str]) -> Vec<String> {
    let others: HashSet<String> = second.iter().map(|item| key(item)).collect();
    let known = |item: &&str| others.contains(&key(item));
    let kept: Vec<&str> = match OPERATION {
        "intersection" => first.iter().copied().filter(known).collect(),
        "difference" => first.iter().copied().filter(|item| !known(item)).collect(),
        _ => [first, second].concat(),
    };
    let mut seen = HashSet::new();
    kept.into_iter()
        .filter(|item| seen.insert(key(item)))
        .map(|item| item.trim().to_owned())
        .collect()
}

fn key(item: &str) -> String {
    item.trim().to_lowercase()
}
