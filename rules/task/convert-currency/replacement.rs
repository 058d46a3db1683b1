use rust_decimal::prelude::{Decimal, RoundingStrategy, ToPrimitive};

const CURRENCY: &str = "EUR"; // slot: currency

const WITHOUT_CENTS: &[&str] = &[
    "CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF",
];

/// Returns an amount in the target currency at a given rate, rounded to its smallest unit.
/// None where a number is too large for a decimal of 28 digits.
pub fn convert_currency(amount: f64, rate: f64) -> Option<f64> {
    let places = if WITHOUT_CENTS.contains(&CURRENCY) {
        0
    } else {
        2
    };
    let converted = decimal(amount)?.checked_mul(decimal(rate)?)?;
    converted
        .round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
        .to_f64()
}

/// Reads the number as written, not its binary neighbour.
fn decimal(number: f64) -> Option<Decimal> {
    number.to_string().parse().ok()
}
