use jiff::civil::Date;

/// Returns the fiscal year and quarter of an ISO date, such as 2025-Q1.
pub fn fiscal_quarter(day: &str, first_month: i64) -> Option<String> {
    let date = date(day)?;
    (1..=12).contains(&first_month).then_some(())?;
    let month = i64::from(date.month());
    let quarter = (month - first_month).rem_euclid(12) / 3 + 1;
    let ends_later = first_month > 1 && month >= first_month;
    let year = i64::from(date.year()) + i64::from(ends_later);
    Some(format!("{year}-Q{quarter}"))
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
