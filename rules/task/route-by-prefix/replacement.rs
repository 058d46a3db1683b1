const ROUTES: &[(&str, &str)] = &[("DE-", "Hamburg"), ("FR-", "Lyon")]; // slot: table
const DEFAULT: &str = "other"; // slot: constant

/// Returns the label of the longest prefix that a text begins with, or the default.
pub fn route_by_prefix(text: &str) -> String {
    let lower = text.trim().to_lowercase();
    let fitting = ROUTES
        .iter()
        .filter(|(prefix, _)| lower.starts_with(&prefix.to_lowercase()));
    let longest = fitting.max_by_key(|(prefix, _)| prefix.len());
    longest.map_or(DEFAULT, |(_, label)| label).to_owned()
}
