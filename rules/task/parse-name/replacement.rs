use serde_json::{Value, json};

#[rustfmt::skip]
const TITLES: &[&str] = &["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "herr", "frau", "m", "mme", "mlle", "sr", "sra", "ing", "dipl-ing", "rev"];
#[rustfmt::skip]
const PARTICLES: &[&str] = &["van", "von", "vom", "zu", "zum", "de", "del", "della", "der", "den", "di", "da", "dos", "das", "du", "la", "le", "ter", "ten", "bin", "ibn", "al", "el", "af", "av"];
#[rustfmt::skip]
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "msc", "bsc", "ba", "ma", "mba"];

/// Returns title, first, middle and last name and suffix of a full name, as JSON.
pub fn parse_name(name: &str) -> Option<Value> {
    let (family, given) = name.split_once(',').unwrap_or((name, ""));
    let family: Vec<&str> = family.split_whitespace().collect();
    let given: Vec<&str> = given.split_whitespace().collect();
    let turned = given.first().is_some_and(|word| !known(word, SUFFIXES));
    let words = if turned {
        [given.clone(), family].concat()
    } else {
        [family, given.clone()].concat()
    };
    let titles = words.iter().take_while(|word| known(word, TITLES)).count();
    let rest = words.iter().skip(titles + 1).rev();
    let suffixes = rest.take_while(|word| known(word, SUFFIXES)).count();
    let end = words.len() - suffixes;
    if titles >= end {
        return None;
    }
    let mut start = (end - 1).max(titles + 1);
    if turned {
        start = given.len() - usize::from(known(given[given.len() - 1], PARTICLES));
    } else {
        while start > titles + 1 && known(words[start - 1], PARTICLES) {
            start -= 1;
        }
    }
    let start = start.max(titles + 1);
    Some(json!({
        "title": words[..titles].join(" "),
        "first": words[titles],
        "middle": words[titles + 1..start].join(" "),
        "last": words.get(start..end).unwrap_or_default().join(" "),
        "suffix": words[end..].join(" "),
    }))
}

fn known(word: &str, list: &[&str]) -> bool {
    let lower = word.to_lowercase().replace('.', "");
    list.contains(&lower.trim_end_matches(','))
}
