use jiff::civil::Date;

/// Returns the English name of an ISO date's weekday.
pub fn weekday_of_date(day: &str) -> Option<String> {
    Some(date(day)?.strftime("%A").to_string())
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
