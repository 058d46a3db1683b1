/// Returns whether a text is a card number: 12 to 19 digits with a right Luhn check digit.
pub fn validate_card(number: &str) -> bool {
    let compact = number.replace([' ', '-'], "");
    let digits: Option<Vec<u32>> = compact.chars().map(|c| c.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| (12..=19).contains(&digits.len())) else {
        return false;
    };
    let total: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| match digit * (1 + index as u32 % 2) {
            value if value > 9 => value - 9,
            value => value,
        })
        .sum();
    total % 10 == 0
}
