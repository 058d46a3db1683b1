use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};

#[rustfmt::skip]
const UNITS: &[(&str, &str)] = &[
    ("g", "g gram grams gr gramm grammes gramos"), ("kg", "kg kilo kilos kilogram kilograms kilogramm"),
    ("ml", "ml milliliter milliliters millilitre millilitres"), ("cl", "cl"), ("dl", "dl"),
    ("l", "l liter liters litre litres litro litros"), ("oz", "oz ounce ounces"),
    ("lb", "lb lbs pound pounds"), ("cup", "cup cups c tasse tassen tasses taza tazas"),
    ("tbsp", "tbsp tbs tablespoon tablespoons el esslöffel cs cucharada cucharadas"),
    ("tsp", "tsp teaspoon teaspoons tl teelöffel cc cucharadita cucharaditas"),
    ("pinch", "pinch pinches prise prisen pincée pincées pizca pizcas"),
    ("clove", "clove cloves zehe zehen gousse gousses diente dientes"),
    ("slice", "slice slices scheibe scheiben tranche tranches"), ("can", "can cans tin tins dose dosen"),
    ("package", "package packages pkg pack packet packets packung päckchen"), ("bunch", "bunch bund botte"),
];
const VULGAR: &[(char, &str)] = &[
    ('½', " 1/2 "),
    ('⅓', " 1/3 "),
    ('⅔', " 2/3 "),
    ('¼', " 1/4 "),
    ('¾', " 3/4 "),
    ('⅛', " 1/8 "),
];

static LINE: LazyLock<Regex> = LazyLock::new(|| {
    let amount = r"[0-9]+ [0-9]+/[0-9]+|[0-9]+/[0-9]+|[0-9]+(?:[.,][0-9]+)?";
    Regex::new(&format!(
        r"^(?:({amount})(?: ?[-–] ?(?:{amount}))? ?)?(.*)$"
    ))
    .expect("the pattern is valid")
});
static WORD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\p{L}+)\.?(?: (?:of |de )?|$)").expect("the pattern is valid"));

/// Returns quantity, unit, name and note of a recipe's ingredient line, as JSON.
pub fn parse_ingredient(line: &str) -> Value {
    let mut plain = line.to_owned();
    for (sign, fraction) in VULGAR {
        plain = plain.replace(*sign, fraction);
    }
    let marks = |c: char| c.is_whitespace() || "*•–-".contains(c);
    let text = squeeze(plain.trim_start_matches(marks));
    let found = LINE.captures(&text);
    let group = |at: usize| Some(found.as_ref()?.get(at)?.as_str());
    let amount = group(1);
    let mut rest = group(2).unwrap_or(&text);
    let mut unit = "";
    if let (Some(_), Some(word)) = (amount, WORD.captures(rest)) {
        let lower = word[1].to_lowercase();
        let mut units = UNITS.iter();
        if let Some((name, _)) = units.find(|(_, names)| names.split(' ').any(|n| n == lower)) {
            unit = name;
            rest = &rest[word[0].len()..];
        }
    }
    let (name, note) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
    let (mut name, mut note) = (name.to_owned(), note.to_owned());
    let brackets = name
        .find('(')
        .and_then(|open| Some((open, open + name[open..].find(')')?)));
    if let Some((open, close)) = brackets {
        note.insert_str(0, &name[open + 1..close]);
        name.replace_range(open..=close, "");
    } else {
        note = note.strip_prefix(',').unwrap_or(&note).to_owned();
    }
    json!({
        "quantity": amount.map(value), "unit": unit, "name": squeeze(&name), "note": squeeze(&note),
    })
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds up a whole number and a fraction.
fn value(amount: &str) -> f64 {
    let number = |text: &str| text.parse::<f64>().unwrap_or_default();
    let decimal = amount.replace(',', ".");
    let parts = decimal.split(' ').map(|part| {
        let (above, below) = part.split_once('/').unwrap_or((part, "1"));
        let divisor = number(below);
        if divisor == 0.0 {
            0.0
        } else {
            number(above) / divisor
        }
    });
    (parts.sum::<f64>() * 1e4).round() / 1e4
}
