/// Returns a whole number with zeros before its digits up to a width.
pub fn pad_number(number: &str, width: i64) -> String {
    let text = number.trim();
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return text.to_owned();
    }
    let sign = &text[..text.len() - digits.len()];
    let room = usize::try_from(width)
        .unwrap_or(0)
        .saturating_sub(sign.len());
    format!("{sign}{digits:0>room$}")
}
