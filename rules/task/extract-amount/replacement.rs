use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};

#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("$", "USD"), ("us$", "USD"),
    ("dollar", "USD"), ("dollars", "USD"), ("£", "GBP"), ("pound", "GBP"), ("pounds", "GBP"),
    ("¥", "JPY"), ("yen", "JPY"), ("₹", "INR"), ("rs", "INR"), ("zł", "PLN"), ("₽", "RUB"),
    ("₩", "KRW"), ("fr", "CHF"),
];

static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    let sign = concat!(
        r"US\$|[€$£¥₹₽₩]|zł|(?:EUR|USD|GBP|JPY|INR|PLN|RUB|KRW|CHF|SEK|NOK|DKK|CZK|HUF|CNY|AUD",
        r"|CAD|NZD|BRL|MXN|ZAR|TRY|euros?|dollars?|pounds?|yen|Rs|Fr)(?-u:\b)",
    );
    let number = concat!(
        r"[0-9]{1,3}(?:[.,'’ \x{a0}\x{202f}][0-9]{3})+(?:[.,][0-9]{1,2})?",
        r"|[0-9]+(?:[.,][0-9]{1,2})?",
    );
    let space = r"[ \x{a0}\x{202f}]?";
    let before = format!(r"({sign})\.?{space}({number})(?-u:\b)");
    let after = format!(r"(?-u:\b)({number})(?:,-|,–)?{space}({sign})");
    Regex::new(&format!("(?i)(?:{before}|{after})")).expect("the pattern is valid")
});

/// Returns the first amount of money in a text with its currency.
pub fn extract_amount(text: &str) -> Option<Value> {
    let found = AMOUNT.captures(text)?;
    let sign = found.get(1).or(found.get(4))?.as_str();
    let number = found.get(2).or(found.get(3))?.as_str();
    let lower = sign.to_lowercase();
    let known = CURRENCIES.iter().find(|(name, _)| *name == lower);
    let currency = known.map_or(sign.to_uppercase(), |(_, code)| code.to_string());
    Some(json!({ "amount": value(number), "currency": currency }))
}

/// Takes a separator before one or two last digits for the decimal point.
fn value(number: &str) -> Option<f64> {
    let (whole, fraction) = match number.rsplit_once(['.', ',']) {
        Some((whole, fraction)) if fraction.len() < 3 => (whole, fraction),
        _ => (number, "0"),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    format!("{digits}.{fraction}").parse().ok()
}
