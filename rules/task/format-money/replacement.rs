use rust_decimal::prelude::FromPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

const SIGNS: &[(&str, &str)] = &[
    ("EUR", "€"),
    ("USD", "$"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("KRW", "₩"),
    ("INR", "₹"),
];
const WITHOUT_DECIMALS: &[&str] = &["JPY", "KRW", "HUF", "CLP", "ISK", "VND"];

/// Returns an amount in English style, such as €1,234.50 or CHF 1,234.50.
pub fn format_money(amount: f64, currency: &str) -> Option<String> {
    let code = currency.trim().to_uppercase();
    let places = match WITHOUT_DECIMALS.contains(&code.as_str()) {
        true => 0,
        false => 2,
    };
    let exact = Decimal::from_f64(amount)?;
    let rounded = exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let digits = format!("{:.*}", places as usize, rounded.abs());
    let (whole, fraction) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let minus = if rounded < Decimal::ZERO { "-" } else { "" };
    let sign = match SIGNS.iter().find(|(known, _)| *known == code) {
        Some((_, sign)) => (*sign).to_owned(),
        None if code.is_empty() => code,
        None => code + " ",
    };
    Some(format!("{minus}{sign}{grouped}{fraction}"))
}
