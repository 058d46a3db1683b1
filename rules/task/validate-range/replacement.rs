/// Returns whether a text is a number between two others, both included.
pub fn validate_range(text: &str, minimum: f64, maximum: f64) -> bool {
    let number = text.trim();
    // Rust also reads "inf" and "nan".
    let plain = number
        .bytes()
        .all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    let value = number.parse::<f64>();
    plain && value.is_ok_and(|value| (minimum..=maximum).contains(&value))
}
