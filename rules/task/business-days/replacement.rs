use jiff::civil::{Date, Weekday};

/// Returns the days from Monday to Friday from start up to, not including, end.
pub fn business_days(start: &str, end: &str, holidays: &[&str]) -> Option<i64> {
    let (first, last) = (date(start)?, date(end)?);
    if first > last {
        return Some(-business_days(end, start, holidays)?);
    }
    let mut count = 0;
    let mut day = first;
    while day < last {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        if !weekend && !holidays.contains(&day.to_string().as_str()) {
            count += 1;
        }
        day = day.tomorrow().ok()?;
    }
    Some(count)
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
