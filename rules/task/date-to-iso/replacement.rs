use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

/// Whether 03/04/2024 is March 4 ("month") or the 3rd of April ("day").
const FIRST: &str = "month"; // slot: first

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let month = concat!(
        "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?",
        r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?",
    );
    let day = "([0-9]{1,2})";
    let forms = [
        format!(r"(?-u:\b)([0-9]{{4}})[-/.]{day}[-/.]{day}(?:T|(?-u:\b))"),
        r"(?-u:\b)((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})(?-u:\b)".to_owned(),
        format!(r"(?-u:\b){day}([-/.]){day}[-/.]([0-9]{{4}}|[0-9]{{2}})(?-u:\b)"),
        format!(r"(?-u:\b){day}(?:st|nd|rd|th|\.)?(?: of)?[ -]*{month},?[ -]*([0-9]{{4}})(?-u:\b)"),
        format!(r"(?-u:\b){month} *{day}(?:st|nd|rd|th)?,? +([0-9]{{4}})(?-u:\b)"),
    ];
    Regex::new(&format!("(?i){}", forms.join("|"))).expect("the pattern is valid")
});

/// Returns the first calendar date in a text as YYYY-MM-DD.
pub fn date_to_iso(text: &str) -> Option<String> {
    DATE.captures_iter(text).find_map(|found| {
        let groups: Vec<&str> = found
            .iter()
            .skip(1)
            .flatten()
            .map(|group| group.as_str())
            .collect();
        read(&groups).map(|date| date.to_string())
    })
}

/// Reads the groups of one form; none for a date such as the 31st of February.
fn read(groups: &[&str]) -> Option<Date> {
    let date = |year: &str, month: &str, day: &str| {
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    };
    match *groups {
        [first, separator @ ("-" | "/" | "."), second, year] => {
            let year = match (year.len(), year.parse::<i16>().ok()?) {
                (2, short) if short < 69 => (2000 + short).to_string(),
                (2, short) => (1900 + short).to_string(),
                _ => year.to_owned(),
            };
            let day_first = separator == "." || FIRST == "day" || first.parse::<u8>().ok()? > 12;
            if day_first && second.parse::<u8>().ok()? <= 12 {
                date(&year, second, first)
            } else {
                date(&year, first, second)
            }
        }
        [year, month, day]
            if year.parse::<i16>().is_ok() && month.parse::<u8>().is_ok() && year.len() == 4 =>
        {
            date(year, month, day)
        }
        [day, name, year] if day.parse::<u8>().is_ok() => date(year, &month(name)?, day),
        [name, day, year] => date(year, &month(name)?, day),
        _ => None,
    }
}

fn month(name: &str) -> Option<String> {
    let short = name.get(..3)?.to_ascii_lowercase();
    let index = MONTHS.iter().position(|month| *month == short)?;
    Some((index + 1).to_string())
}
