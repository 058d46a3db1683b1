use regex::{Regex, escape};

/// What stands before and after the text; when empty, quotation marks of all kinds.
const OPEN: &str = ""; // slot: open
const CLOSE: &str = ""; // slot: close

const QUOTED: &str = r#""([^"\n]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」|『([^』]+)』"#;

/// Returns the texts in quotation marks, in order.
pub fn extract_quoted_text(text: &str) -> Vec<String> {
    let pattern = if OPEN.is_empty() || CLOSE.is_empty() {
        QUOTED.to_owned()
    } else {
        format!("(?s){}(.+?){}", escape(OPEN), escape(CLOSE))
    };
    let pattern = Regex::new(&pattern).expect("the pattern is valid");
    let found = pattern.captures_iter(text);
    let quoted = found.filter_map(|found| {
        let group = found.iter().skip(1).flatten().next()?;
        Some(group.as_str().trim().to_owned())
    });
    quoted.filter(|quotation| !quotation.is_empty()).collect()
}
