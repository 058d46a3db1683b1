use jiff::civil::Date;

/// Returns the days from one ISO date to another, or nothing if either is no date.
pub fn days_between(start: &str, end: &str) -> Option<i64> {
    let (first, last) = (date(start)?, date(end)?);
    Some(i64::from(first.until(last).ok()?.get_days()))
}

fn date(text: &str) -> Option<Date> {
    Date::strptime("%Y-%m-%d", text.trim().get(..10)?).ok()
}
