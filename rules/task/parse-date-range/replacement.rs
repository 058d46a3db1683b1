use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use regex::Regex;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

static FORMS: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    [
        "^([0-9]{4}-[0-9]{2}-[0-9]{2}) ?(?:to|until|-|–|/) ?([0-9]{4}-[0-9]{2}-[0-9]{2})$",
        "^q([1-4]) ([0-9]{4})$",
        r"^([a-z]{3})[a-z]*\.? ([0-9]{4})$",
        "^(?:last|past) ([0-9]{1,4}) days$",
        "^(this|last|next) (week|month|quarter|year)$",
    ]
    .map(|form| Regex::new(form).expect("the pattern is valid"))
});

/// Returns the first and the last ISO date that an English phrase means.
pub fn parse_date_range(text: &str, today: &str) -> Option<[String; 2]> {
    let lower = text.to_lowercase();
    let phrase = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let now = date(today)?;
    let (first, last) = fixed(&phrase).or_else(|| relative(&phrase, now))?;
    Some([first.to_string(), last.to_string()])
}

fn fixed(phrase: &str) -> Option<(Date, Date)> {
    let [days, quarter, month, ..] = &*FORMS;
    if let Some(found) = days.captures(phrase) {
        let (first, last) = (date(&found[1])?, date(&found[2])?);
        return (first <= last).then_some((first, last));
    }
    if let Some(found) = quarter.captures(phrase) {
        let number: i16 = found[1].parse().ok()?;
        return months(found[2].parse().ok()?, number * 3 - 3, 3);
    }
    if let Some(found) = month.captures(phrase) {
        let number = MONTHS.iter().position(|name| *name == &found[1])?;
        return months(found[2].parse().ok()?, number as i16, 1);
    }
    let year = (phrase.len() == 4).then_some(phrase)?;
    months(year.parse().ok()?, 0, 12)
}

fn relative(phrase: &str, now: Date) -> Option<(Date, Date)> {
    let [.., last, span] = &*FORMS;
    match phrase {
        "today" => return Some((now, now)),
        "yesterday" => return Some((now.yesterday().ok()?, now.yesterday().ok()?)),
        "year to date" | "ytd" => return Some((now.first_of_year(), now)),
        _ => {}
    }
    if let Some(found) = last.captures(phrase) {
        let days: i64 = found[1].parse().ok()?;
        let first = now.checked_sub((days - 1).days()).ok()?;
        return (first <= now).then_some((first, now));
    }
    let found = span.captures(phrase)?;
    let shift: i16 = match &found[1] {
        "this" => 0,
        "last" => -1,
        _ => 1,
    };
    let size = match &found[2] {
        "week" => {
            let back = i64::from(now.weekday().to_monday_zero_offset()) - 7 * i64::from(shift);
            let monday = now.checked_sub(Span::new().try_days(back).ok()?).ok()?;
            return Some((monday, monday.checked_add(6.days()).ok()?));
        }
        "month" => 1,
        "quarter" => 3,
        _ => 12,
    };
    let start = (i16::from(now.month()) - 1) / size * size;
    months(now.year(), start + shift * size, size)
}

/// The span of some months; the first counts from 0 and may lie outside of the year.
fn months(year: i16, month: i16, size: i16) -> Option<(Date, Date)> {
    let january = Date::new(year, 1, 1).ok()?;
    let first = january.checked_add(i64::from(month).months()).ok()?;
    let last = first.checked_add(i64::from(size - 1).months()).ok()?;
    Some((first, last.last_of_month()))
}

fn date(text: &str) -> Option<Date> {
    let day = text.trim();
    (day.len() == 10).then_some(())?;
    Date::strptime("%Y-%m-%d", day).ok()
}
