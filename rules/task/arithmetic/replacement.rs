const OPERATION: &str = "sum"; // slot: operation

/// Returns the sum, mean, median, product, difference, minimum or maximum of numbers.
///
/// Of two numbers also: which "percentage" the first is of the second, by how many
/// percent the second exceeds the first ("growth"), the first "increased" by the second
/// percent. None where the result is not defined, as for the mean of nothing.
pub fn calculate(numbers: &[f64]) -> Option<f64> {
    let sum = |numbers: &[f64]| numbers.iter().fold(0.0, |total, n| total + n);
    match (OPERATION, numbers) {
        ("sum", _) => Some(sum(numbers)),
        ("product", _) => Some(numbers.iter().product()),
        (_, []) => None,
        ("mean", _) => Some(sum(numbers) / numbers.len() as f64),
        ("median", _) => Some(median(numbers)),
        ("minimum", _) => numbers.iter().copied().reduce(f64::min),
        ("maximum", _) => numbers.iter().copied().reduce(f64::max),
        ("difference", [first, rest @ ..]) => Some(first - sum(rest)),
        ("percentage", [part, whole]) if *whole != 0.0 => Some(100.0 * part / whole),
        ("growth", [old, new]) if *old != 0.0 => Some(100.0 * (new - old) / old),
        ("increased", [base, percent]) => Some(base + base * percent / 100.0),
        _ => None,
    }
}

fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        (sorted[middle - 1] + sorted[middle]) / 2.0
    }
}
