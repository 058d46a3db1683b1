//! What code looks for in a text to replace it: a known text, or a placeholder with a name in it.

use super::flat::{Flat, Piece};

/// How long a placeholder's name may be.
const LONGEST_NAME: usize = 60;
/// Stands for the name in a placeholder's text.
const NAME: char = '\u{1}';

/// A pattern, part by part.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Part>);

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// White space, or none.
    Space,
    /// The name of a placeholder.
    Name,
}

/// A place that a pattern finds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'t> {
    pub start: usize,
    pub end: usize,
    /// The placeholder's name; empty where the pattern has none.
    pub name: &'t str,
}

impl Pattern {
    pub fn of_text(text: &str) -> Option<Pattern> {
        (!text.is_empty()).then(|| Pattern(vec![Part::Text(text.to_string())]))
    }

    /// A text with one unknown part between marks: `{{` … `}}`.
    pub fn of_placeholder(flat: &Flat, is_expression: bool) -> Option<Pattern> {
        let mut written = String::new();
        for piece in &flat.pieces {
            match piece {
                Piece::Text(text, _) => written.push_str(text),
                Piece::Open(_) => written.push(NAME),
                Piece::Role(_) => return None,
            }
        }
        let pattern = match is_expression {
            true => Pattern::of_expression(&written)?,
            false => {
                let (before, after) = written.split_once(NAME)?;
                let text = |text: &str| Part::Text(text.to_string());
                Pattern(vec![text(before), Part::Name, text(after)])
            }
        };
        pattern.is_placeholder().then_some(pattern)
    }

    /// A regular expression that is a text with escapes, with at most one group or class for a name.
    pub fn of_expression(written: &str) -> Option<Pattern> {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = written;
        while let Some(first) = rest.chars().next() {
            let (part, length) = match first {
                NAME => (Part::Name, first.len_utf8()),
                '(' => {
                    let end = rest.find(')')? + 1;
                    (class(&rest[1..end - 1]).then_some(Part::Name)?, end)
                }
                '\\' => escaped(rest)?,
                '.' | '*' | '+' | '?' | '|' | '^' | '$' | '[' | ')' => return None,
                letter => (Part::Text(letter.to_string()), letter.len_utf8()),
            };
            rest = &rest[length..];
            match (parts.last_mut(), part) {
                (Some(Part::Text(text)), Part::Text(more)) => text.push_str(&more),
                (_, part) => parts.push(part),
            }
        }
        let pattern = Pattern(parts);
        let names = pattern.0.iter().filter(|part| **part == Part::Name);
        match names.count() {
            0 => pattern.says().then_some(pattern),
            1 => pattern.is_placeholder().then_some(pattern),
            _ => None,
        }
    }

    fn says(&self) -> bool {
        let mut parts = self.0.iter();
        parts.any(|part| matches!(part, Part::Text(text) if !text.is_empty()))
    }

    /// Whether it is a name between marks: signs alone, some of them before the name.
    fn is_placeholder(&self) -> bool {
        let sign = |letter: char| !letter.is_alphanumeric() && !letter.is_whitespace();
        let before = self.0.iter().take_while(|part| **part != Part::Name);
        let marked = before
            .into_iter()
            .any(|part| matches!(part, Part::Text(text) if !text.is_empty()));
        let mut texts = self.0.iter().filter_map(|part| match part {
            Part::Text(text) => Some(text),
            _ => None,
        });
        marked && texts.all(|text| text.chars().all(|letter| sign(letter) || letter == '_'))
    }

    /// The places where it stands in a text, one after the other.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Found<'t>> {
        let first = match &self.0[0] {
            Part::Text(first) => first.as_str(),
            _ => "",
        };
        let mut from = 0;
        std::iter::from_fn(move || {
            while let Some(at) = text[from..].find(first) {
                let start = from + at;
                if let Some((end, name)) = self.at(text, start).filter(|(end, _)| *end > start) {
                    from = end;
                    return Some(Found { start, end, name });
                }
                from = start + text[start..].chars().next()?.len_utf8();
            }
            None
        })
    }

    fn at<'t>(&self, text: &'t str, start: usize) -> Option<(usize, &'t str)> {
        let (mut end, mut name) = (start, "");
        for part in &self.0 {
            let rest = &text[end..];
            end += match part {
                Part::Text(text) => rest.starts_with(text.as_str()).then_some(text.len())?,
                Part::Space => rest.len() - rest.trim_start().len(),
                Part::Name => {
                    let other = |letter: char| {
                        !(letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-'))
                    };
                    let length = rest.find(other).unwrap_or(rest.len());
                    name = &rest[..length];
                    (1..=LONGEST_NAME).contains(&length).then_some(length)?
                }
            };
        }
        Some((end, name))
    }
}

/// What a group takes: a name, or anything up to the mark behind it.
fn class(group: &str) -> bool {
    let class = group.trim_end_matches(['?', '+', '*']);
    matches!(class, "\\w" | ".") || class.starts_with('[') && class.ends_with(']')
}

/// The part that starts with a backslash, and how long it is.
fn escaped(rest: &str) -> Option<(Part, usize)> {
    let letter = rest.chars().nth(1)?;
    let length = 1 + letter.len_utf8();
    let repeated = rest[length..].starts_with(['*', '+', '?']);
    let part = match letter {
        's' => Part::Space,
        'w' => Part::Name,
        'n' => Part::Text("\n".to_string()),
        letter if letter.is_alphanumeric() => return None,
        letter => Part::Text(letter.to_string()),
    };
    match (&part, repeated) {
        (Part::Text(_), true) => None,
        (_, true) => Some((part, length + 1)),
        _ => Some((part, length)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn patterns_find_texts_and_placeholders() {
        let names = |expression: &str, text: &str| {
            let pattern = Pattern::of_expression(expression);
            pattern.map(|pattern| {
                let found = pattern.places(text).map(|found| {
                    let place = &text[found.start..found.end];
                    format!("{place}={}", found.name)
                });
                found.collect::<Vec<_>>()
            })
        };
        for (expression, text, found) in [
            (
                r"\{\{(\w+)\}\}",
                "a {{b}} {{c}}",
                Some(vec!["{{b}}=b", "{{c}}=c"]),
            ),
            (
                r"\{\{\s*name\s*\}\}",
                "{{ name }} {{name}} {{x}}",
                Some(vec!["{{ name }}=", "{{name}}="]),
            ),
            (
                r"{{\s*([^}]+?)\s*}}",
                "{{ b.c }}",
                Some(vec!["{{ b.c }}=b.c"]),
            ),
            (r"\$\{(.*?)\}", "${x} $y", Some(vec!["${x}=x"])),
            (r"\n", "a\nb", Some(vec!["\n="])),
            ("é", "éaé", Some(vec!["é=", "é="])),
            (r"\s+", "a  b", None),
            (r"(\w+)", "a b", None),
            (r"Name: (\w+)", "Name: b", None),
            ("[A-Z]+", "AB", None),
            ("", "AB", None),
        ] {
            let found = found
                .map(|found: Vec<&str>| found.into_iter().map(str::to_string).collect::<Vec<_>>());
            assert_eq!(names(expression, text), found, "{expression}");
        }
    }
}
