use std::sync::LazyLock;

use regex::Regex;

/// What a number must reach or satisfy for a label; the first row that holds decides.
const TABLE: &[(&str, &str)] = &[("90", "A"), ("80", "B"), ("70", "C")]; // slot: table
const DEFAULT: &str = "F"; // slot: constant

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"-?[0-9]+(?:\.[0-9]+)?").expect("the pattern is valid"));
static RANGE: LazyLock<Regex> = LazyLock::new(|| {
    let number = r"(-?[0-9]+(?:\.[0-9]+)?)";
    let form = format!(r"^\s*{number}\s*(?:-|–|to|\.\.)\s*{number}\s*$");
    Regex::new(&form).expect("the pattern is valid")
});

/// Returns the label of the first row of the table that a number satisfies, or the default.
pub fn points_by_table(points: f64) -> String {
    let row = TABLE
        .iter()
        .find(|(row, _)| holds(row, points) == Some(true));
    row.map_or(DEFAULT, |(_, label)| label).to_owned()
}

fn holds(row: &str, points: f64) -> Option<bool> {
    if let Some(range) = RANGE.captures(row) {
        let (low, high): (f64, f64) = (range[1].parse().ok()?, range[2].parse().ok()?);
        return Some((low..=high).contains(&points));
    }
    let number = NUMBER.find(row)?;
    let bound: f64 = number.as_str().parse().ok()?;
    let words = row[..number.start()].to_lowercase();
    let says = |list: &[&str]| list.iter().any(|word| words.contains(word));
    Some(if says(&["<=", "≤", "up to", "at most"]) {
        points <= bound
    } else if says(&["<", "below", "under", "less"]) {
        points < bound
    } else if !words.contains(">=") && says(&[">", "above", "over", "more"]) {
        points > bound
    } else {
        points >= bound
    })
}
