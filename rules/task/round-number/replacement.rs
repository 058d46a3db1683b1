use rust_decimal::prelude::{Decimal, RoundingStrategy, ToPrimitive};

const MODE: &str = "half-up"; // slot: mode

/// Returns a number rounded to some decimal places by the set rule; none if it is too large.
pub fn round_number(value: f64, places: i64) -> Option<f64> {
    let rule = match MODE {
        "half-even" => RoundingStrategy::MidpointNearestEven,
        "up" => RoundingStrategy::AwayFromZero,
        "down" => RoundingStrategy::ToZero,
        _ => RoundingStrategy::MidpointAwayFromZero,
    };
    let fits = value.abs() < 1e15 && (0..=15).contains(&places);
    // The number as written, not its binary neighbour.
    let decimal: Decimal = fits.then(|| value.to_string().parse().ok())??;
    decimal.round_dp_with_strategy(places as u32, rule).to_f64()
}
