const OPERATION: &str = "sum"; // slot: operation

/// Returns the sum, mean, median, minimum, maximum, range or sample deviation.
pub fn sum_and_mean(numbers: &[f64]) -> Option<f64> {
    let sum = numbers.iter().fold(0.0, |total, n| total + n);
    let count = numbers.len() as f64;
    let least = numbers.iter().copied().reduce(f64::min);
    let greatest = numbers.iter().copied().reduce(f64::max);
    match OPERATION {
        "sum" => Some(sum),
        "mean" if count > 0.0 => Some(sum / count),
        "median" if count > 0.0 => Some(median(numbers)),
        "minimum" => least,
        "maximum" => greatest,
        "range" => Some(greatest? - least?),
        "deviation" if count > 1.0 => {
            let squares = numbers.iter().map(|n| (n - sum / count).powi(2));
            Some((squares.sum::<f64>() / (count - 1.0)).sqrt())
        }
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
