use std::sync::LazyLock;

use regex::Regex;

const SIMPLE: &[(&str, &str)] = &[
    ("daily", "FREQ=DAILY"),
    ("weekly", "FREQ=WEEKLY"),
    ("monthly", "FREQ=MONTHLY"),
    ("yearly", "FREQ=YEARLY"),
    ("annually", "FREQ=YEARLY"),
    ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("every weekend", "FREQ=WEEKLY;BYDAY=SA,SU"),
];

static FORMS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    let place = r"(?:on )?(?:the )?(first|second|third|fourth|last) (\w+)";
    let month = "(?:monthly|(?:every|each) month)";
    [
        format!("^{place} of (?:every|each|the) month$"),
        format!("^{month} {place}$"),
        format!("^{month} on (?:the |day )?([0-9]{{1,2}})(?:st|nd|rd|th)?$"),
        "^(?:every|each) (?:(other|[0-9]{1,3}) )?(day|week|month|year)s?(?: on (.+))?$".to_owned(),
    ]
    .map(|form| Regex::new(&form).expect("the pattern is valid"))
});

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?$")
        .expect("the pattern is valid")
});

/// Returns the RFC 5545 rule of an English phrase such as "every 2 weeks on Friday".
pub fn parse_recurrence(text: &str) -> Option<String> {
    let lower = text.to_lowercase().replace([',', '&'], " ");
    let phrase = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((_, rule)) = SIMPLE.iter().find(|(known, _)| *known == phrase) {
        return Some((*rule).to_owned());
    }
    let [place_of_month, month_on_place, month_on_day, _] = &*FORMS;
    let placed = place_of_month.captures(&phrase);
    if let Some(found) = placed.or_else(|| month_on_place.captures(&phrase)) {
        let place = match &found[1] {
            "first" => "1",
            "second" => "2",
            "third" => "3",
            "fourth" => "4",
            _ => "-1",
        };
        return Some(format!("FREQ=MONTHLY;BYDAY={place}{}", days(&found[2])?));
    }
    if let Some(found) = month_on_day.captures(&phrase) {
        let number: u8 = found[1].parse().ok()?;
        let real = (1..=31).contains(&number);
        return real.then(|| format!("FREQ=MONTHLY;BYMONTHDAY={number}"));
    }
    every(&phrase)
}

fn every(phrase: &str) -> Option<String> {
    let Some(found) = FORMS[3].captures(phrase) else {
        let starts = ["every ", "each ", "weekly on ", "on "];
        let rest = starts.iter().find_map(|start| phrase.strip_prefix(start));
        return Some(format!(
            "FREQ=WEEKLY;BYDAY={}",
            days(rest.unwrap_or(phrase))?
        ));
    };
    let count: u16 = match found.get(1).map_or("1", |times| times.as_str()) {
        "other" => 2,
        times => times.parse().ok().filter(|count| *count > 0)?,
    };
    let mut rule = match &found[2] {
        "day" => "FREQ=DAILY".to_owned(),
        "week" => "FREQ=WEEKLY".to_owned(),
        "month" => "FREQ=MONTHLY".to_owned(),
        _ => "FREQ=YEARLY".to_owned(),
    };
    if count > 1 {
        rule.push_str(&format!(";INTERVAL={count}"));
    }
    if let Some(on) = found.get(3) {
        let codes = days(on.as_str()).filter(|_| &found[2] == "week")?;
        rule.push_str(&format!(";BYDAY={codes}"));
    }
    Some(rule)
}

/// The codes of weekdays, MO,TH; none if any word is something else.
fn days(text: &str) -> Option<String> {
    let words = text.split(' ').filter(|word| !matches!(*word, "" | "and"));
    let codes = words.map(|word| Some(DAY.captures(word)?[1][..2].to_uppercase()));
    let codes: Option<Vec<String>> = codes.collect();
    codes
        .filter(|codes| !codes.is_empty())
        .map(|codes| codes.join(","))
}
