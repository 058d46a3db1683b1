/// What a text must mention for a label; the first row that it mentions decides.
const ROUTES: &[(&str, &str)] = &[("refund", "billing"), ("crash", "bug")]; // slot: table
const DEFAULT: &str = "other"; // slot: constant

/// Returns the label of the first keyword that a text mentions as a word, or the default.
pub fn route_by_keyword(text: &str) -> String {
    let lower = text.to_lowercase();
    let route = ROUTES
        .iter()
        .find(|(keyword, _)| mentions(&lower, &keyword.to_lowercase()));
    route.map_or(DEFAULT, |(_, label)| label).to_owned()
}

/// Whether a text holds a keyword, or its plural, that is no part of a longer word.
fn mentions(text: &str, keyword: &str) -> bool {
    let in_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    // ".pdf" and "c++" may touch a word where they have no letter themselves.
    let open_start = !in_word(keyword.chars().next());
    let open_end = !in_word(keyword.chars().next_back());
    text.match_indices(keyword).any(|(start, found)| {
        let before = text[..start].chars().next_back();
        let after = &text[start + found.len()..];
        let plural = after.strip_prefix('s').unwrap_or(after);
        let ends = [after, plural].map(|rest| !in_word(rest.chars().next()));
        (open_start || !in_word(before)) && (open_end || ends.contains(&true))
    })
}
