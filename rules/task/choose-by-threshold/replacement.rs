/// The least value for a label; below all of them the default holds.
const LIMITS: &[(&str, &str)] = &[("80", "high"), ("50", "medium")]; // slot: table
const DEFAULT: &str = "low"; // slot: constant

/// Returns the label of the highest limit that a value reaches, or the default.
pub fn choose_by_threshold(value: f64) -> String {
    let limits = LIMITS.iter().map(|(limit, label)| {
        let limit: f64 = limit.parse().unwrap_or(f64::INFINITY);
        (limit, *label)
    });
    let reached = limits.filter(|(limit, _)| value >= *limit);
    let highest = reached.max_by(|(a, _), (b, _)| a.total_cmp(b));
    highest.map_or(DEFAULT, |(_, label)| label).to_owned()
}
