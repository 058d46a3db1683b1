//! The marks of template languages that have more than placeholders.

use super::{Found, Mark};

/// A longer mark is none.
const LONGEST: usize = 400;

/// `{{name}}`, `{{{name}}}`, `{{#if x}}`, `{{else}}`, `{{/if}}`, `{{> part}}`: Mustache and Handlebars.
pub(super) fn mustache(rest: &str) -> Option<Found> {
    if let Some(comment) = rest.strip_prefix("{{!--") {
        let end = comment.find("--}}")?;
        return Some(Found::new(5 + end + 4, Mark::Nothing));
    }
    let (open, close) = match rest.starts_with("{{{") {
        true => (3, "}}}"),
        false => (2, "}}"),
    };
    let end = rest.find(close).filter(|end| *end <= LONGEST)?;
    let inside = rest.get(open..end)?.trim().trim_matches('~').trim();
    if inside.is_empty() || inside.contains(['\n', '{']) {
        return None;
    }
    let mark = match inside.as_bytes()[0] {
        b'!' => Mark::Nothing,
        b'#' | b'^' if inside.len() > 1 => Mark::Open,
        b'^' => Mark::Otherwise,
        b'/' => Mark::Close,
        b'>' => Mark::File(
            first_word(&inside[1..])
                .trim_matches(['"', '\''])
                .to_string(),
        ),
        _ if first_word(inside) == "else" => Mark::Otherwise,
        _ => helper(inside)?,
    };
    Some(Found::new(end + close.len(), mark))
}

/// `{{name}}`, or a helper with what it is given: `{{json data}}`, `{{media url=photo}}`.
fn helper(inside: &str) -> Option<Mark> {
    let expression = inside.split('|').next()?.trim();
    let mut words = expression.split_whitespace();
    let first = words.next()?;
    let fits = |word: &str| {
        word.chars()
            .all(|letter| letter.is_alphanumeric() || "_.-@$/[]".contains(letter))
    };
    match words.last() {
        _ if !fits(first) => None,
        None => Some(Mark::Hole(first.to_string())),
        Some(_) if first == "media" => Some(Mark::Media),
        Some(role) if first == "role" => {
            Some(Mark::Role(role.trim_matches(['"', '\'']).to_string()))
        }
        // Marks that change the place of what follows.
        Some(_) if matches!(first, "history" | "section") => Some(Mark::Nothing),
        Some(last) => {
            let value = last.rsplit('=').next().unwrap_or(last);
            fits(value).then(|| Mark::Hole(value.to_string()))
        }
    }
}

/// `{{ name | filter }}`, `{% if x %}`, `{# comment #}`: Jinja, Nunjucks, Liquid, Tera, Twig.
pub(super) fn jinja(rest: &str) -> Option<Found> {
    let close = match rest.as_bytes().get(1)? {
        b'{' => "}}",
        b'%' => "%}",
        b'#' => "#}",
        _ => return None,
    };
    let end = rest.find(close)?;
    let comment = close == "#}";
    if end > LONGEST && !comment {
        return None;
    }
    let inside = rest.get(2..end)?;
    let mut length = end + 2;
    // `-%}` takes the white space that follows.
    if inside.ends_with('-') {
        let after = &rest[length..];
        length += after.len() - after.trim_start().len();
    }
    let inside = inside.trim_matches(['-', '+']).trim();
    let mark = match close {
        "#}" => Mark::Nothing,
        "}}" => match (said_by(inside), quoted(inside)) {
            (true, Some(role)) => Mark::Role(role.to_string()),
            _ => Mark::Hole(name_in(inside)),
        },
        _ => tag(inside),
    };
    Some(Found::new(length, mark))
}

/// `_.role("system")`: what changes who speaks.
fn said_by(inside: &str) -> bool {
    ["_.role(", "_.chat("]
        .iter()
        .any(|call| inside.starts_with(call))
}

fn tag(inside: &str) -> Mark {
    match first_word(inside) {
        "if" | "for" | "unless" | "case" | "block" | "macro" | "filter" | "with" | "call"
        | "capture" | "raw" | "verbatim" | "trans" | "autoescape" => Mark::Open,
        "else" | "elif" | "elsif" | "elseif" | "when" => Mark::Otherwise,
        "include" | "import" | "extends" | "render" => match quoted(inside) {
            Some(path) if !inside.starts_with("import") => Mark::File(path.to_string()),
            _ => Mark::Nothing,
        },
        word if word.starts_with("end") => Mark::Close,
        _ => Mark::Nothing,
    }
}

/// `<%= name %>`, `<% if … %>`, `<%# comment %>`: ERB, EJS, Eta.
pub(super) fn erb(rest: &str) -> Option<Found> {
    let inside = rest.strip_prefix("<%")?;
    let end = inside.find("%>").filter(|end| *end <= LONGEST)?;
    let length = 2 + end + 2;
    let code = inside[..end].trim_end_matches('-');
    let mark = match code.as_bytes().first() {
        Some(b'=' | b'-') => match (code.contains("include"), quoted(code)) {
            (true, Some(path)) => Mark::File(path.to_string()),
            _ => Mark::Hole(name_in(&code[1..])),
        },
        Some(b'#') => Mark::Nothing,
        _ => statement(code.trim()),
    };
    Some(Found::new(length, mark))
}

fn statement(code: &str) -> Mark {
    let bare = code.trim_start_matches(['}', ' ']);
    let opens = code.ends_with(['{', ':', '|']) || code.ends_with(" do");
    match first_word(bare) {
        "else" | "elsif" | "elif" => Mark::Otherwise,
        "end" | "endif" | "endfor" => Mark::Close,
        "if" | "unless" | "for" | "while" | "case" => Mark::Open,
        _ if opens => Mark::Open,
        _ if code.starts_with('}') => Mark::Close,
        _ => Mark::Nothing,
    }
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|letter: char| letter.is_whitespace() || letter == '(');
    &text[..end.unwrap_or(text.len())]
}

/// The text between the first quotes.
fn quoted(text: &str) -> Option<&str> {
    let open = text.find(['"', '\''])?;
    let quote = text[open..].chars().next()?;
    let inner = &text[open + 1..];
    inner.find(quote).map(|end| &inner[..end])
}

/// What to call the value of an expression: the first path in it.
fn name_in(expression: &str) -> String {
    let is_path = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.');
    let start = expression.trim_start();
    let end = start.find(|letter| !is_path(letter)).unwrap_or(start.len());
    let name = start[..end].trim_matches('.');
    match name.starts_with(|first: char| first.is_alphabetic() || first == '_') {
        true => name.to_string(),
        false => "value".to_string(),
    }
}
