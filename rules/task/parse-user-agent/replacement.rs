use regex::Regex;
use serde_json::{Value, json};

const BROWSERS: &[(&str, &str)] = &[
    ("Edge", r"Edg(?:e|A|iOS)?/([0-9.]+)"),
    ("Opera", r"(?:OPR|Opera)/([0-9.]+)"),
    ("Samsung Internet", r"SamsungBrowser/([0-9.]+)"),
    ("Firefox", r"(?:Firefox|FxiOS)/([0-9.]+)"),
    ("Chrome", r"(?:Chrome|CriOS|Chromium)/([0-9.]+)"),
    ("Safari", r"Version/([0-9.]+).* Safari/"),
    ("Internet Explorer", r"(?:MSIE |Trident/.*rv:)([0-9.]+)"),
    ("curl", r"^curl/([0-9.]+)"),
];
const SYSTEMS: &[(&str, &str)] = &[
    ("Windows", r"Windows"),
    ("Android", r"Android"),
    ("iOS", r"iPhone|iPad|iPod"),
    ("macOS", r"Mac OS X|Macintosh"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux|X11"),
];
const DEVICES: &[(&str, &str)] = &[
    (
        "bot",
        r"(?i)bot\b|crawl|spider|slurp|^curl/|^python-|^wget/",
    ),
    ("tablet", r"iPad|Tablet"),
    ("mobile", r"Mobile|iPhone|iPod"),
    ("tablet", r"Android"),
    ("desktop", r"Windows|Macintosh|CrOS|X11"),
];

/// Returns browser, version, system and device of a user agent, as JSON.
pub fn parse_user_agent(user_agent: &str) -> Option<Value> {
    let (browser, version) = first(BROWSERS, user_agent);
    let (os, _) = first(SYSTEMS, user_agent);
    let (device, _) = first(DEVICES, user_agent);
    let known = [browser, os, device].iter().any(|part| !part.is_empty());
    known.then(|| json!({ "browser": browser, "version": version, "os": os, "device": device }))
}

/// The first name of a table whose pattern matches, and what it captures.
fn first(table: &[(&'static str, &str)], text: &str) -> (&'static str, String) {
    let found = table.iter().find_map(|(name, form)| {
        let form = Regex::new(form).expect("the pattern is valid");
        let groups = form.captures(text)?;
        let version = groups.get(1).map_or("", |group| group.as_str());
        Some((*name, version.to_owned()))
    });
    found.unwrap_or_default()
}
