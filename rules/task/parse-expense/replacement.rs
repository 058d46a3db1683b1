use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};

#[rustfmt::skip]
const CURRENCIES: &[(&str, &str)] = &[
    ("€", "EUR"), ("euro", "EUR"), ("euros", "EUR"), ("$", "USD"), ("dollar", "USD"), ("dollars", "USD"),
    ("bucks", "USD"), ("£", "GBP"), ("pound", "GBP"), ("pounds", "GBP"), ("¥", "JPY"), ("yen", "JPY"),
    ("₹", "INR"), ("rs", "INR"), ("₽", "RUB"), ("zł", "PLN"), ("₫", "VND"), ("đ", "VND"), ("₴", "UAH"),
];
#[rustfmt::skip]
const FILLER: &[&str] = &[
    "", "i", "spent", "spend", "paid", "pay", "bought", "for", "on", "at", "a", "an", "the", "cost", "costs",
    "ich", "habe", "ausgegeben", "bezahlt", "gekauft", "für", "ein", "eine", "einen", "gasté", "pagué",
    "compré", "en", "de", "por", "un", "una", "el", "la", "j'ai", "dépensé", "payé", "acheté", "pour", "du",
];

static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    let sign = concat!(
        r"[€$£¥₹₽₫₴đ]|zł|(?:EUR|USD|GBP|JPY|INR|RUB|PLN|CHF|VND|UAH|euros?|dollars?|bucks|pounds?",
        r"|yen|Rs)(?-u:\b)",
    );
    let number = concat!(
        r"[0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{1,2})?",
        r"|[0-9]+(?:[.,][0-9]{1,2})?",
    );
    Regex::new(&format!(
        r"(?i)(?:({sign})\.? ?)?({number})(?:(k)(?-u:\b))?(?: ?({sign}))?"
    ))
    .expect("the pattern is valid")
});

/// Returns amount, currency and description of an expense, as JSON.
pub fn parse_expense(message: &str) -> Option<Value> {
    let text = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = AMOUNT.captures(&text)?;
    let sign = found
        .get(1)
        .or(found.get(4))
        .map_or("", |sign| sign.as_str());
    let lower = sign.to_lowercase();
    let known = CURRENCIES.iter().find(|(name, _)| *name == lower);
    let currency = known.map_or(sign.to_uppercase(), |(_, code)| code.to_string());
    let whole = found.get(0)?;
    let rest = format!("{} {}", &text[..whole.start()], &text[whole.end()..]);
    let mut words: Vec<&str> = rest.split_whitespace().collect();
    let filler = |word: &&str| FILLER.contains(&bare(word).to_lowercase().as_str());
    while words.last().is_some_and(filler) {
        words.pop();
    }
    let start = words.iter().take_while(|word| filler(word)).count();
    let thousands = if found.get(3).is_some() { 1000.0 } else { 1.0 };
    Some(json!({
        "amount": value(&found[2])? * thousands,
        "currency": currency,
        "description": bare(&words[start..].join(" ")),
    }))
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c| ".,:;!-– ".contains(c))
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
