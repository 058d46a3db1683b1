use std::sync::LazyLock;

use regex::Regex;

#[rustfmt::skip]
const SECONDS: &[(f64, &str)] = &[
    (0.001, "ms msec millisecond milliseconds millisekunden millisecondes milisegundos"),
    (1.0, "s sec secs second seconds sek sekunde sekunden seconde secondes segundo segundos"),
    (60.0, "m min mins minute minutes minuten minuto minutos"),
    (3600.0, "h hr hrs hour hours std stunde stunden heure heures hora horas"),
    (86400.0, "d day days t tag tage tagen jour jours día días dia dias"),
    (604800.0, "w wk week weeks woche wochen semaine semaines semana semanas"),
];

static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:([0-9]+):)?([0-9]{1,2}):([0-9]{2}(?:\.[0-9]+)?)$")
        .expect("the pattern is valid")
});
static ISO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^p(?:([0-9]+)w)?(?:([0-9]+)d)?(?:t([0-9.,hms]+))?$").expect("the pattern is valid")
});
static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([0-9]+(?:[.,][0-9]+)?)\s*(\p{L}+)\.?(?:\s*(?:,|and|und|et|y|&)?\s+)?")
        .expect("the pattern is valid")
});

/// Returns a duration in seconds, or nothing if the text is none.
pub fn parse_duration(text: &str) -> Option<f64> {
    let mut text = text.trim().to_lowercase();
    if let Some(clock) = CLOCK.captures(&text) {
        let hours = clock.get(1).map_or("0", |hours| hours.as_str());
        let number = |text: &str| text.parse::<f64>().ok();
        return Some(number(hours)? * 3600.0 + number(&clock[2])? * 60.0 + number(&clock[3])?);
    }
    if let Some(iso) = ISO.captures(&text).filter(|_| text != "p") {
        let part = |group: usize, none| iso.get(group).map_or(none, |part| part.as_str());
        text = format!("{}w{}d{}", part(1, "0"), part(2, "0"), part(3, ""));
    }
    let mut rest = text.as_str();
    let mut total = 0.0;
    while let Some(found) = PART.captures(rest) {
        let mut units = SECONDS.iter();
        let (size, _) = units.find(|(_, names)| names.split(' ').any(|name| name == &found[2]))?;
        total += found[1].replace(',', ".").parse::<f64>().ok()? * size;
        rest = &rest[found[0].len()..];
    }
    let whole = rest.is_empty() && !text.is_empty();
    whole.then(|| (total * 1e6).round() / 1e6)
}
