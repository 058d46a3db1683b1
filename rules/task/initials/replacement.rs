/// Returns the upper-case first letters of the words of a name.
pub fn initials(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || c == '-');
    let firsts: String = words
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_alphabetic())
        .collect();
    firsts.to_uppercase()
}
