const UNIT: &str = "words"; // slot: unit
/// What is counted where the unit is "occurrences".
const TERM: &str = ""; // slot: constant

/// Returns the number of words, characters, lines or occurrences of a term in a text.
pub fn count_occurrences(text: &str) -> i64 {
    let count = match UNIT {
        "characters" => text.chars().count(),
        "lines" => text
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .lines()
            .count(),
        "occurrences" if TERM.is_empty() => 0,
        "occurrences" => text.to_lowercase().matches(&TERM.to_lowercase()).count(),
        _ => text.split_whitespace().count(),
    };
    count as i64
}
