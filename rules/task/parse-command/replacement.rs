use regex::Regex;
use serde_json::{Map, Value};

/// The grammar: one pattern a form, whose groups are the slots. A command is a whole text.
#[rustfmt::skip]
const FORMS: &[(&str, &str)] = &[
    ("swap", r"(?:swap|exchange|trade) (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<from>\S+) (?:to|for|into) (?P<to>\S+)"),
    ("send", r"(?:send|transfer|pay) (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<unit>\S+) to (?P<to>\S+)"),
    ("buy", r"buy (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<item>.+)"),
    ("sell", r"sell (?P<amount>[0-9]+(?:\.[0-9]+)?) (?P<item>.+)"),
    ("switch", r"(?:turn|switch) (?P<state>on|off) (?:the )?(?P<device>.+)"),
    ("switch", r"(?:turn|switch) (?:the )?(?P<device>.+) (?P<state>on|off)"),
    ("set", r"set (?:the )?(?P<name>.+?) to (?P<value>.+)"),
    ("add", r"(?:add|put) (?P<item>.+) (?:to|on) (?:the |my )?(?P<list>.+?)(?: list)?"),
    ("remove", r"(?:remove|delete) (?P<item>.+) from (?:the |my )?(?P<list>.+?)(?: list)?"),
    ("play", r"play (?P<title>.+?) by (?P<artist>.+)"),
    ("play", r"play (?P<title>.+)"),
];

/// Returns a command's action and slots; none if it follows no form of the grammar.
pub fn parse_command(text: &str) -> Option<Value> {
    let plain = text.trim().trim_end_matches(['.', '!', '?']);
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let polite = |word: &&str| ["please", "pls"].contains(&word.to_lowercase().as_str());
    if words.first().is_some_and(polite) {
        words.remove(0);
    }
    let command = words.join(" ");
    FORMS.iter().find_map(|(action, form)| {
        let pattern = Regex::new(&format!("(?i)^(?:{form})$")).ok()?;
        let found = pattern.captures(&command)?;
        let mut slots = Map::new();
        slots.insert("action".to_owned(), Value::from(*action));
        for name in pattern.capture_names().flatten() {
            slots.insert(name.to_owned(), Value::from(&found[name]));
        }
        Some(Value::Object(slots))
    })
}
