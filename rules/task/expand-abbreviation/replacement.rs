/// What an abbreviation stands for.
const TABLE: &[(&str, &str)] = &[("qty", "quantity"), ("dept", "department")]; // slot: table

/// Returns a text with the abbreviations of the table written out, where they are whole words.
pub fn expand_abbreviation(text: &str) -> String {
    let mut table = TABLE.to_vec();
    table.sort_by_key(|(short, _)| std::cmp::Reverse(short.len()));
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let found = table.iter().find_map(|(short, long)| {
            let (head, tail) = rest.split_at_checked(short.len())?;
            let same = head.to_lowercase() == short.to_lowercase();
            let whole = !in_word(out.chars().next_back()) && !in_word(tail.chars().next());
            (same && whole).then_some((*long, tail))
        });
        let (expanded, tail) = found.unwrap_or(("", &rest[c.len_utf8()..]));
        match (found, c.is_uppercase()) {
            (None, _) => out.push(c),
            (Some(_), false) => out.push_str(expanded),
            (Some(_), true) => {
                let mut letters = expanded.chars();
                out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                out.push_str(letters.as_str());
            }
        }
        rest = tail;
    }
    out
}
