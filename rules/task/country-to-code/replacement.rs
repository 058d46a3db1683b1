use rust_iso3166::ALL;
use unicode_normalization::UnicodeNormalization;

/// Names in use that the standard does not list.
const ALIASES: &[(&str, &str)] = &[
    ("america", "US"),
    ("britain", "GB"),
    ("brunei", "BN"),
    ("burma", "MM"),
    ("cape verde", "CV"),
    ("czech republic", "CZ"),
    ("democratic republic of the congo", "CD"),
    ("dr congo", "CD"),
    ("east timor", "TL"),
    ("england", "GB"),
    ("great britain", "GB"),
    ("holland", "NL"),
    ("iran", "IR"),
    ("ivory coast", "CI"),
    ("laos", "LA"),
    ("macau", "MO"),
    ("macedonia", "MK"),
    ("northern ireland", "GB"),
    ("north korea", "KP"),
    ("palestine", "PS"),
    ("russia", "RU"),
    ("scotland", "GB"),
    ("south korea", "KR"),
    ("swaziland", "SZ"),
    ("syria", "SY"),
    ("turkey", "TR"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("united kingdom", "GB"),
    ("united states", "US"),
    ("vatican city", "VA"),
    ("viet nam", "VN"),
    ("vietnam", "VN"),
    ("wales", "GB"),
];

/// Returns the ISO 3166-1 alpha-2 code of a country's name or code.
pub fn country_to_code(name: &str) -> Option<String> {
    let wanted = fold(name);
    let alias = ALIASES.iter().find(|(alias, _)| *alias == wanted);
    if let Some((_, code)) = alias {
        return Some((*code).to_owned());
    }
    let exact = ALL.iter().find(|country| {
        let names = [country.alpha2, country.alpha3, country.name];
        names.iter().any(|known| fold(known) == wanted)
    });
    // The standard writes "Bolivia (Plurinational State of)".
    let mut short = ALL.iter().filter(|country| {
        let head = country.name.split(" (").next();
        head.is_some_and(|head| fold(head) == wanted)
    });
    let found = exact.or_else(|| match (short.next(), short.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    });
    found.map(|country| country.alpha2.to_owned())
}

/// Makes names comparable: no case, accents, punctuation or article.
fn fold(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .nfkd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '.'))
        .collect();
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let joined = words.join(" ");
    joined.strip_prefix("the ").unwrap_or(&joined).to_owned()
}
