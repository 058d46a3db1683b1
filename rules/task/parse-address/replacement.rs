use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Map, Value};

static LAYOUTS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let layouts = [
        // 1600 Pennsylvania Ave NW, Washington, DC 20500
        concat!(
            r"(?<number>[0-9]+[A-Za-z]?) (?<street>[^,]+), (?<city>[^,]+),? (?<region>[A-Z]{2}),? ",
            r"(?<postcode>[0-9]{5}(?:-[0-9]{4})?|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9])",
        ),
        // 10 Downing Street, London SW1A 2AA
        concat!(
            r"(?<number>[0-9]+[A-Za-z]?),? (?<street>[^,]+), (?<city>[^,]+?),? ",
            r"(?<postcode>[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2})",
        ),
        // 12 bis rue de la Paix, 75002 Paris
        concat!(
            r"(?<number>[0-9]+(?: ?(?:bis|ter))?),? (?<street>[^,]+), ",
            r"(?:F-)?(?<postcode>[0-9]{5}) (?<city>[^,]+)",
        ),
        // Unter den Linden 77a, 10117 Berlin
        concat!(
            r"(?<street>[^,0-9]+) (?<number>[0-9]+ ?[a-zA-Z]?(?:[-/][0-9]+[a-zA-Z]?)?), ",
            r"(?:[A-Z]{1,2}-)?(?<postcode>[0-9]{4,5}) (?<city>[^,]+)",
        ),
    ];
    let whole = |layout: &&str| format!("^{layout}(?:, (?<country>[^,0-9]+))?$");
    let regex = |layout: String| Regex::new(&layout).expect("the pattern is valid");
    layouts.iter().map(whole).map(regex).collect()
});
const FIELDS: [&str; 6] = ["street", "number", "postcode", "city", "region", "country"];

/// Returns the parts of a postal address as JSON, or nothing if no known layout fits.
pub fn parse_address(address: &str) -> Option<Value> {
    let bare = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts: Vec<String> = address.split(['\n', ',']).map(bare).collect();
    parts.retain(|part| !part.is_empty());
    let line = parts.join(", ");
    let found = LAYOUTS.iter().find_map(|layout| layout.captures(&line))?;
    let field = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let fields = FIELDS.map(|name| (name.to_owned(), field(name).into()));
    Some(Value::Object(Map::from_iter(fields)))
}
