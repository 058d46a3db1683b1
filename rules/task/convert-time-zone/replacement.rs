use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// What people write for zones, by the name in the tz database.
const ALIASES: &[(&str, &str)] = &[
    ("EST", "America/New_York"),
    ("EDT", "America/New_York"),
    ("ET", "America/New_York"),
    ("CT", "America/Chicago"),
    ("MT", "America/Denver"),
    ("PST", "America/Los_Angeles"),
    ("PDT", "America/Los_Angeles"),
    ("PT", "America/Los_Angeles"),
    ("GMT", "UTC"),
    ("UTC", "UTC"),
    ("Z", "UTC"),
    ("CET", "Europe/Paris"),
    ("CEST", "Europe/Paris"),
    ("JST", "Asia/Tokyo"),
];

/// Returns a local ISO time of one zone as that of another, to the minute.
pub fn convert_time_zone(time: &str, source: &str, target: &str) -> Option<String> {
    let wall = time.trim().replace(' ', "T");
    let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    let mut read = forms
        .iter()
        .filter_map(|form| DateTime::strptime(form, &wall).ok());
    let local = read.next()?.to_zoned_datetime(zone(source)?).ok()?;
    let moved = local.with_time_zone(zone(target)?);
    Some(moved.strftime("%Y-%m-%dT%H:%M").to_string())
}

fn zone(name: &str) -> Option<TimeZone> {
    let wanted = name.trim();
    let upper = wanted.to_uppercase();
    let alias = ALIASES.iter().find(|(alias, _)| *alias == upper);
    TimeZone::get(alias.map_or(wanted, |(_, known)| known)).ok()
}
