#[rustfmt::skip]
const IRREGULAR: &[(&str, &str)] = &[
    ("man", "men"), ("woman", "women"), ("child", "children"), ("person", "people"), ("foot", "feet"),
    ("tooth", "teeth"), ("goose", "geese"), ("mouse", "mice"), ("ox", "oxen"), ("leaf", "leaves"),
    ("life", "lives"), ("knife", "knives"), ("wife", "wives"), ("half", "halves"), ("shelf", "shelves"),
    ("wolf", "wolves"), ("loaf", "loaves"), ("thief", "thieves"), ("self", "selves"), ("calf", "calves"),
    ("analysis", "analyses"), ("basis", "bases"), ("crisis", "crises"), ("thesis", "theses"),
    ("criterion", "criteria"), ("phenomenon", "phenomena"), ("datum", "data"), ("hero", "heroes"),
    ("potato", "potatoes"), ("tomato", "tomatoes"), ("echo", "echoes"), ("quiz", "quizzes"),
    ("sheep", "sheep"), ("fish", "fish"), ("deer", "deer"), ("series", "series"), ("species", "species"),
    ("news", "news"), ("information", "information"), ("equipment", "equipment"), ("money", "money"),
];

/// Returns the plural of an English noun in the singular.
pub fn pluralise(noun: &str) -> String {
    let trimmed = noun.trim();
    let word = trimmed
        .rsplit(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or("");
    let start = &trimmed[..trimmed.len() - word.len()];
    format!("{start}{}", plural(word))
}

fn plural(word: &str) -> String {
    let lower = word.to_lowercase();
    if let Some((_, irregular)) = IRREGULAR.iter().find(|(noun, _)| *noun == lower) {
        let same = irregular[..1] == lower[..1];
        let first = if same { &word[..1] } else { &irregular[..1] };
        return format!("{first}{}", &irregular[1..]);
    }
    if word.is_empty() {
        return String::new();
    }
    if ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| lower.ends_with(end))
    {
        return format!("{word}es");
    }
    match lower.strip_suffix('y') {
        Some(stem) if !stem.is_empty() && !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => {
            format!("{}ies", &word[..word.len() - 1])
        }
        _ => format!("{word}s"),
    }
}
