use std::sync::LazyLock;

use regex::Regex;
use serde_json::{Value, json};

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([A-Za-z][A-Za-z-]*):[ \t]*(.*)$").expect("the pattern is valid")
});
static FOLD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\n[ \t]+").expect("the pattern is valid"));
/// Where the new text of a reply ends.
static END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?m)^(?:-- ?",
        r"|On [^\n]+(?:\n[^\n]+)?wrote:|Am [^\n]+ schrieb[^\n]*:|Le [^\n]+ a écrit ?:",
        r"|El [^\n]+ escribió:",
        r"|-{2,} ?(?:Original Message|Forwarded message|Ursprüngliche Nachricht)[^\n]*",
        r"|_{10,}|(?:From|Von|De): [^\n]*@[^\n]*)[ \t]*$",
    ))
    .expect("the pattern is valid")
});

/// Returns from, to, subject, date and the new text of an e-mail message, as JSON.
pub fn parse_email_message(message: &str) -> Value {
    let text = message.replace("\r\n", "\n");
    let text = text.trim_start_matches('\n');
    let first = text.lines().next().unwrap_or_default();
    let mut fields = json!({ "from": "", "to": "", "subject": "", "date": "" });
    let mut body = text;
    if HEADER.is_match(first) {
        let (head, rest) = text.split_once("\n\n").unwrap_or((text, ""));
        body = rest;
        for line in FOLD.replace_all(head, " ").split('\n') {
            let Some((_, [name, value])) = HEADER.captures(line).map(|found| found.extract())
            else {
                continue;
            };
            if let Some(field) = fields.get_mut(name.to_lowercase()) {
                *field = value.trim().into();
            }
        }
    }
    fields["body"] = new_text(body).into();
    fields
}

fn new_text(body: &str) -> String {
    let end = END.find(body).map_or(body.len(), |end| end.start());
    let lines = body[..end]
        .split('\n')
        .filter(|line| !line.starts_with('>'));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}
