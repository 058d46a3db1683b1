const OPERATION: &str = "share"; // slot: operation

/// Returns which share the first number is of the second, in percent.
///
/// Or, as set: the first percent "of" the second, the "change" from the first to the
/// second in percent, the first after an "increase" or "decrease" by the second percent.
pub fn percentage(first: f64, second: f64) -> Option<f64> {
    match OPERATION {
        "share" if second != 0.0 => Some(100.0 * first / second),
        "of" => Some(first * second / 100.0),
        "change" if first != 0.0 => Some(100.0 * (second - first) / first.abs()),
        "increase" => Some(first + first * second / 100.0),
        "decrease" => Some(first - first * second / 100.0),
        _ => None,
    }
}
