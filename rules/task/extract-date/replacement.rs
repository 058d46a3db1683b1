use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

/// Which number of 3/5/2024 is the first: "month" or "day".
const ORDER: &str = "month"; // slot: order

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let name = concat!(
        r"(Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|Jun[ei]?",
        r"|Jul[yi]?|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)",
    );
    let pattern = format!(
        concat!(
            r"(?i)(?-u:\b)(?:([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}})",
            r"|([0-9]{{1,2}})([-/.])([0-9]{{1,2}})[-/.]([0-9]{{4}})",
            r"|([0-9]{{1,2}})(?:st|nd|rd|th|\.)?(?: of)?[ -]{name}\.?,?[ -]([0-9]{{4}})",
            r"|{name}\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}}))(?-u:\b)",
        ),
        name = name
    );
    Regex::new(&pattern).expect("the pattern is valid")
});

/// Returns the first date in a text in ISO form.
pub fn extract_date(text: &str) -> Option<String> {
    DATE.captures_iter(text).find_map(|found| iso(&found))
}

fn iso(found: &Captures) -> Option<String> {
    let number = |group: usize| found.get(group)?.as_str().parse::<i16>().ok();
    let (year, month, day) = if let Some(year) = number(1) {
        (year, number(2)?, number(3)?)
    } else if let Some(year) = number(7) {
        let (first, second) = (number(4)?, number(6)?);
        if &found[5] == "." || ORDER == "day" || first > 12 {
            (year, second, first)
        } else {
            (year, first, second)
        }
    } else if let Some(name) = found.get(9) {
        (number(10)?, month(name.as_str())?, number(8)?)
    } else {
        (number(13)?, month(found.get(11)?.as_str())?, number(12)?)
    };
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (year > 0).then(|| date.to_string())
}

fn month(name: &str) -> Option<i16> {
    let short: String = name.to_lowercase().chars().take(3).collect();
    let short = match short.as_str() {
        "mär" => "mar",
        "mai" => "may",
        "okt" => "oct",
        "dez" => "dec",
        english => english,
    };
    let at = MONTHS.iter().position(|month| *month == short)?;
    Some(at as i16 + 1)
}
