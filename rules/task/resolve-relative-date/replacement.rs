use std::sync::LazyLock;

use jiff::Span;
use jiff::civil::Date;
use regex::Regex;

const FIXED: &[(&str, i64)] = &[
    ("today", 0),
    ("tonight", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("day after tomorrow", 2),
    ("day before yesterday", -2),
];
const NUMBERS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

static PHRASES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let count = format!("(?<count>[0-9]{{1,4}}|an?|{})", NUMBERS.join("|"));
    let unit = "(?<unit>day|week|month|year)";
    [
        format!("^in {count} {unit}s?$"),
        format!("^{count} {unit}s? (?<way>ago|from now|from today)$"),
        format!("^(?<way>next|last) {unit}$"),
    ]
    .iter()
    .map(|pattern| Regex::new(pattern).expect("the pattern is valid"))
    .collect()
});

/// Returns the ISO date that an English phrase means on a given day.
pub fn resolve_relative_date(text: &str, today: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    let joined = words.join(" ");
    let phrase = joined.strip_prefix("the ").unwrap_or(&joined);
    let start = date(today)?;
    let found = date(phrase).or_else(|| resolve(phrase, start))?;
    (found.year() >= 1).then(|| found.to_string())
}

fn resolve(phrase: &str, start: Date) -> Option<Date> {
    if let Some((_, days)) = FIXED.iter().find(|(known, _)| *known == phrase) {
        return add(start, *days, "day");
    }
    if ["end of month", "end of the month", "end of this month"].contains(&phrase) {
        return Some(start.last_of_month());
    }
    if let Some(found) = PHRASES.iter().find_map(|form| form.captures(phrase)) {
        let way = found.name("way").map_or("", |way| way.as_str());
        let sign = if way == "ago" || way == "last" { -1 } else { 1 };
        let count = found
            .name("count")
            .map_or(Some(1), |n| number(n.as_str()))?;
        return add(start, sign * count, &found["unit"]);
    }
    let (way, name) = phrase.split_once(' ').unwrap_or(("on", phrase));
    ["next", "last", "this", "on", "coming"]
        .contains(&way)
        .then_some(())?;
    let wanted = WEEKDAYS.iter().position(|day| *day == name)? as i64;
    let ahead = (wanted - i64::from(start.weekday().to_monday_zero_offset()) - 1).rem_euclid(7) + 1;
    add(
        start,
        if way == "last" { ahead % 7 - 7 } else { ahead },
        "day",
    )
}

fn number(word: &str) -> Option<i64> {
    match NUMBERS.iter().position(|known| *known == word) {
        Some(at) => Some(at as i64 + 1),
        None if word.starts_with('a') => Some(1),
        None => word.parse().ok(),
    }
}

fn add(start: Date, amount: i64, unit: &str) -> Option<Date> {
    let span = match unit {
        "day" => Span::new().try_days(amount),
        "week" => Span::new().try_weeks(amount),
        "month" => Span::new().try_months(amount),
        _ => Span::new().try_years(amount),
    };
    start.checked_add(span.ok()?).ok()
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
