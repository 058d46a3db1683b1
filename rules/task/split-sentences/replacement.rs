use std::sync::LazyLock;

use regex::Regex;

const ABBREVIATIONS: &str =
    " mr mrs ms dr prof st no vs etc fig vol inc ltd jr sr e.g i.e z.b d.h bzw usw ca nr str ";
static END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"[.!?…]+["'”’»)\]]*(?:\s|$)|[。！？]+[」』”]?"#).expect("a valid pattern")
});

/// Returns the sentences of a text, with line breaks as blanks.
pub fn split_sentences(text: &str) -> Vec<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut sentences = Vec::new();
    let mut start = 0;
    for found in END.find_iter(&line) {
        let mark = found.as_str().trim_end();
        let end = found.start() + mark.len();
        let before = line[start..found.start()].rsplit(' ').next().unwrap_or("");
        let before = before.trim_start_matches(['(', '"', '\'']);
        let known = ABBREVIATIONS.contains(&format!(" {} ", before.to_lowercase()));
        let initial = before.len() == 1 && before.starts_with(|c: char| c.is_ascii_uppercase());
        if mark == "." && (known || initial) && end < line.len() {
            continue;
        }
        sentences.push(line[start..end].trim().to_owned());
        start = end;
    }
    let rest = line[start..].trim();
    if !rest.is_empty() {
        sentences.push(rest.to_owned());
    }
    sentences
}
