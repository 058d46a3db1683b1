/// Returns whether a text is an ISBN-10 or ISBN-13 with the right check digit.
pub fn validate_isbn(text: &str) -> bool {
    let separator = |c: char| c.is_whitespace() || c == '-';
    let code = text.replace(separator, "").to_uppercase();
    let (long, x) = (code.len() == 13, code.strip_suffix('X'));
    let plain = if long { &code } else { x.unwrap_or(&code) };
    if !plain.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let mut digits: Vec<usize> = plain.bytes().map(|b| usize::from(b - b'0')).collect();
    if x.is_some() && !long {
        digits.push(10);
    }
    let digits = digits.iter().enumerate();
    match code.len() {
        10 => digits.map(|(at, digit)| (10 - at) * digit).sum::<usize>() % 11 == 0,
        13 if code.starts_with("978") || code.starts_with("979") => {
            digits
                .map(|(at, digit)| (1 + at % 2 * 2) * digit)
                .sum::<usize>()
                % 10
                == 0
        }
        _ => false,
    }
}
