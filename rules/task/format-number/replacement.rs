use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

const GROUP: &str = ","; // slot: group
const POINT: &str = "."; // slot: point

/// Returns a number with grouped digits and a fixed number of decimals.
pub fn format_number(number: f64, decimals: i64) -> Option<String> {
    let decimals = u32::try_from(decimals).unwrap_or(0);
    let exact = Decimal::from_f64(number)?;
    let rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    let digits = format!("{:.*}", decimals as usize, rounded.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let sign = if rounded < Decimal::ZERO { "-" } else { "" };
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push_str(GROUP);
        }
        grouped.push(digit);
    }
    let point = if fraction.is_empty() { "" } else { POINT };
    Some(format!("{sign}{grouped}{point}{fraction}"))
}
