use rust_decimal::prelude::{Decimal, RoundingStrategy, ToPrimitive};

/// Returns the equal shares of a bill with a tip in percent; they add up to the cent.
pub fn split_bill(total: f64, tip: f64, people: i64) -> Option<Vec<f64>> {
    if people < 1 || total < 0.0 {
        return None;
    }
    let whole = decimal(total)?.checked_mul(decimal(tip)? + Decimal::ONE_HUNDRED)?;
    let rounded = whole.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let cents = rounded.to_i64()?;
    let (share, rest) = (cents / people, cents % people);
    let shares = (0..people).map(|person| (share + i64::from(person < rest)) as f64 / 100.0);
    Some(shares.collect())
}

/// Reads the number as written, not its binary neighbour.
fn decimal(number: f64) -> Option<Decimal> {
    number.to_string().parse().ok()
}
