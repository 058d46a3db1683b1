use rust_decimal::prelude::{Decimal, RoundingStrategy, ToPrimitive};

/// The "gross" price of a net one, its "tax", or the "net" price of a gross one.
const OPERATION: &str = "gross"; // slot: operation

/// Returns the gross price, tax or net price at a rate in percent, rounded to the cent.
/// None where a number is too large for a decimal of 28 digits.
pub fn sales_tax(amount: f64, rate: f64) -> Option<f64> {
    let (price, share) = (decimal(amount)?, decimal(rate)? / Decimal::ONE_HUNDRED);
    let result = match OPERATION {
        "net" => price.checked_div(Decimal::ONE + share)?,
        "tax" => price.checked_mul(share)?,
        _ => price.checked_mul(Decimal::ONE + share)?,
    };
    result
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .to_f64()
}

/// Reads the number as written, not its binary neighbour.
fn decimal(number: f64) -> Option<Decimal> {
    number.to_string().parse().ok()
}
