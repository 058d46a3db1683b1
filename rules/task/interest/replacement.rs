/// The "compound" value of a deposit, its "simple" interest, or a loan's "instalment".
const OPERATION: &str = "compound"; // slot: operation

/// Returns a value at a yearly rate in percent, with some periods a year, to the cent.
pub fn interest(principal: f64, rate: f64, years: f64, periods: i64) -> Option<f64> {
    if periods < 1 {
        return None;
    }
    let step = rate / 100.0 / periods as f64;
    let count = years * periods as f64;
    let value = match OPERATION {
        "simple" => principal * rate / 100.0 * years,
        "compound" => principal * (1.0 + step).powf(count),
        _ if count <= 0.0 => return None,
        _ if step == 0.0 => principal / count,
        _ => principal * step / (1.0 - (1.0 + step).powf(-count)),
    };
    // The last digits of a double would make halves of a cent a matter of chance.
    let steady = (value * 1e6).round() / 1e6 + 1e-9;
    Some((steady * 100.0).round() / 100.0)
}
