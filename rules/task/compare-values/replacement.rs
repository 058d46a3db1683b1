use std::cmp::Ordering;

/// Returns 'less', 'equal' or 'greater' for two numbers, versions or texts.
pub fn compare_values(first: &str, second: &str) -> String {
    let (a, b) = (first.trim().to_lowercase(), second.trim().to_lowercase());
    let order = match (number(&a), number(&b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        _ => match (version(&a), version(&b)) {
            (Some(a), Some(b)) => a.cmp(&b),
            _ => a.cmp(&b),
        },
    };
    match order {
        Ordering::Less => "less",
        Ordering::Equal => "equal",
        Ordering::Greater => "greater",
    }
    .to_owned()
}

fn number(text: &str) -> Option<f64> {
    let noise = |c: char| c.is_whitespace() || "€$£%".contains(c);
    let mut plain: String = text.chars().filter(|c| !noise(*c)).collect();
    let unsigned = plain.trim_start_matches(['+', '-']);
    let whole = unsigned.split('.').next().unwrap_or("");
    let groups: Vec<&str> = whole.split(',').collect();
    if groups.len() > 1 {
        let grouped = groups[1..].iter().all(|group| group.len() == 3);
        if !grouped || groups[0].is_empty() || groups[0].len() > 3 {
            return None;
        }
    }
    let point_ends = unsigned.starts_with('.') || unsigned.ends_with('.');
    plain.retain(|c| c != ',');
    let plain_digits = plain
        .strip_prefix(['+', '-'])
        .unwrap_or(&plain)
        .chars()
        .all(|c| c.is_ascii_digit() || c == '.');
    (plain_digits && !point_ends)
        .then(|| plain.parse().ok())
        .flatten()
}

fn version(text: &str) -> Option<Vec<u64>> {
    let plain = text.strip_prefix('v').unwrap_or(text);
    let mut parts: Vec<u64> = plain
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    while parts.last() == Some(&0) {
        parts.pop();
    }
    Some(parts)
}
