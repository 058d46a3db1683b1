const UNIT: &str = "characters"; // slot: unit

/// Returns whether a text has at least and at most so many characters (or words).
pub fn validate_length(text: &str, minimum: i64, maximum: i64) -> bool {
    let length = if UNIT == "words" {
        text.split_whitespace().count()
    } else {
        text.chars().count()
    };
    (minimum..=maximum).contains(&(length as i64))
}
