use regex::Regex;

const SIGN: &str = "#"; // slot: sign

/// Returns the hashtags of a text, each once and without the sign.
pub fn extract_hashtag(text: &str) -> Vec<String> {
    let word = r"\p{L}\p{N}_";
    let tag = Regex::new(&format!(r"(?:^|[^{word}&/{SIGN}]){SIGN}([{word}]+)"));
    let digits = Regex::new(r"^\p{Nd}+$").expect("the pattern is valid");
    let text = text.replace('＃', "#");
    let mut tags: Vec<String> = Vec::new();
    for found in tag.expect("the pattern is valid").captures_iter(&text) {
        let name = found[1].to_owned();
        if !digits.is_match(&name) && !tags.contains(&name) {
            tags.push(name);
        }
    }
    tags
}
