use jiff::civil::Date;

/// Returns the completed years between two ISO dates.
pub fn age_from_birthdate(birthdate: &str, today: &str) -> Option<i64> {
    let (born, now) = (date(birthdate)?, date(today)?);
    let before_birthday = (now.month(), now.day()) < (born.month(), born.day());
    let years = i64::from(now.year() - born.year());
    (born <= now).then_some(years - i64::from(before_birthday))
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
