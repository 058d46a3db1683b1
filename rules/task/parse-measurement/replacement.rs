use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};

const VULGAR: &[(char, &str)] = &[
    ('½', " 1/2"),
    ('⅓', " 1/3"),
    ('⅔', " 2/3"),
    ('¼', " 1/4"),
    ('¾', " 3/4"),
    ('⅛', " 1/8"),
];

static MEASUREMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"([-+−]?)([0-9]+ [0-9]+/[0-9]+|[0-9]+/[0-9]+",
        r"|[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?)",
        r#"[ \x{a0}\x{202f}]?([°%‰µμΩ"′″]?\p{L}*(?:[/·]\p{L}+)?[²³23]?)"#,
    ))
    .expect("the pattern is valid")
});

/// Returns value and unit of the first measurement in a phrase, as JSON.
pub fn parse_measurement(text: &str) -> Option<Value> {
    let mut plain = text.to_owned();
    for (sign, fraction) in VULGAR {
        plain = plain.replace(*sign, fraction);
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = MEASUREMENT.captures(&plain)?;
    let value = value(&found[2])?;
    let value = if matches!(&found[1], "-" | "−") {
        -value
    } else {
        value
    };
    Some(json!({ "value": value, "unit": &found[3] }))
}

fn value(number: &str) -> Option<f64> {
    if let Some((above, below)) = number.split_once('/') {
        let (whole, above) = above.split_once(' ').unwrap_or(("0", above));
        let below: f64 = below.parse().ok()?;
        let part = if below == 0.0 {
            0.0
        } else {
            above.parse::<f64>().ok()? / below
        };
        return Some(((part + whole.parse::<f64>().ok()?) * 1e6).round() / 1e6);
    }
    // Groups of three are thousands where there are several or the sign is a comma.
    let signs: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let tail = number.rsplit(['.', ',']).next().unwrap_or_default();
    let alike = signs.windows(2).all(|pair| pair[0] == pair[1]);
    let thousands = !signs.is_empty() && tail.len() == 3 && !number.starts_with('0') && alike;
    if thousands && signs != ['.'] {
        return number.replace(['.', ','], "").parse().ok();
    }
    match number.rsplit_once(['.', ',']) {
        Some((whole, fraction)) => {
            let whole = whole.replace(['.', ','], "");
            format!("{whole}.{fraction}").parse().ok()
        }
        None => number.parse().ok(),
    }
}
