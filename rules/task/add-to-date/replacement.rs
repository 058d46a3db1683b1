use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// Returns an ISO date moved by an amount of days, weeks, months, years or business days.
pub fn add_to_date(day: &str, amount: i64, unit: &str) -> Option<String> {
    let start = date(day)?;
    let unit = unit.to_lowercase();
    let name = unit.split_whitespace().collect::<Vec<_>>().join(" ");
    let span = match name.strip_suffix('s').unwrap_or(&name) {
        "day" => Span::new().try_days(amount),
        "week" => Span::new().try_weeks(amount),
        "month" => Span::new().try_months(amount),
        "quarter" => Span::new().try_months(amount.checked_mul(3)?),
        "year" => Span::new().try_years(amount),
        "business day" => return Some(add_business_days(start, amount)?.to_string()),
        _ => return None,
    };
    let moved = start.checked_add(span.ok()?).ok()?;
    (moved.year() >= 1).then(|| moved.to_string())
}

fn add_business_days(start: Date, amount: i64) -> Option<Date> {
    let mut day = start;
    let mut left = amount.abs();
    while left > 0 {
        day = day.checked_add(amount.signum().days()).ok()?;
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        left -= i64::from(!weekend);
    }
    Some(day)
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
