/// Returns items as a phrase: 'a', 'a and b', 'a, b and c'.
pub fn join_list(items: &[&str], conjunction: &str) -> String {
    let trimmed = items.iter().map(|item| item.trim());
    let kept: Vec<&str> = trimmed.filter(|item| !item.is_empty()).collect();
    match kept.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}
