//! The placeholders of template texts, whatever their syntax. Knows nothing of what fills them.

mod blocks;
mod marks;

use super::flat::{Flat, Piece};
use crate::source::Span;
use std::ops::Range;

pub(super) use crate::sdk::Syntax;

/// A segment of a template text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// Text that stands as it is.
    Text(Range<usize>),
    /// A placeholder: a name, a number, or nothing.
    Hole(Range<usize>, String),
    /// Another template, by its path.
    File(Range<usize>, String),
    /// An image, sound or file.
    Media,
    /// Who says what follows.
    Role(String),
    /// What follows stands only under a condition, or once for each of a list.
    Open,
    /// What follows stands otherwise.
    Otherwise,
    /// The end of what was opened last.
    Close,
}

/// What a mark stands for.
enum Mark {
    /// Nothing that is sent, or the text before it.
    Nothing,
    Hole(String),
    File(String),
    Media,
    Role(String),
    Open,
    Otherwise,
    Close,
}

/// A mark at the start of a text.
struct Found {
    /// How many bytes of it are text.
    keep: usize,
    /// How many bytes it takes.
    length: usize,
    mark: Mark,
}

impl Found {
    fn new(length: usize, mark: Mark) -> Found {
        Found {
            keep: 0,
            length,
            mark,
        }
    }
}

/// Takes a template text apart.
pub(super) fn segments(text: &str, syntax: Syntax) -> Vec<Segment> {
    let mut out = Vec::new();
    let (mut plain, mut at) = (0, 0);
    while at < text.len() {
        let Some(found) = special(&text[at..], syntax) else {
            at += 1;
            while !text.is_char_boundary(at) {
                at += 1;
            }
            continue;
        };
        if plain < at + found.keep {
            out.push(Segment::Text(plain..at + found.keep));
        }
        let place = at..at + found.length;
        out.extend(match found.mark {
            Mark::Nothing => None,
            Mark::Hole(name) => Some(Segment::Hole(place, name)),
            Mark::File(path) => Some(Segment::File(place, path)),
            Mark::Media => Some(Segment::Media),
            Mark::Role(role) => Some(Segment::Role(role)),
            Mark::Open => Some(Segment::Open),
            Mark::Otherwise => Some(Segment::Otherwise),
            Mark::Close => Some(Segment::Close),
        });
        at += found.length;
        plain = at;
    }
    if plain < text.len() {
        out.push(Segment::Text(plain..text.len()));
    }
    out
}

/// The mark at the start of `rest`.
fn special(rest: &str, syntax: Syntax) -> Option<Found> {
    let bytes = rest.as_bytes();
    let doubled = bytes.len() > 1 && bytes[0] == bytes[1];
    match (syntax, bytes[0]) {
        (Syntax::Brace, b'{' | b'}') | (Syntax::Percent, b'%') | (Syntax::Dollar, b'$')
            if doubled =>
        {
            Some(Found {
                keep: 1,
                length: 2,
                mark: Mark::Nothing,
            })
        }
        (Syntax::Brace, b'{') => brace(rest),
        (Syntax::Mustache, b'{') if doubled => marks::mustache(rest),
        (Syntax::Jinja, b'{') => marks::jinja(rest),
        (Syntax::Erb, b'<') => marks::erb(rest),
        (Syntax::Percent, b'%') => percent(rest),
        (Syntax::Dollar, b'$') => dollar(rest),
        _ => None,
    }
}

fn brace(rest: &str) -> Option<Found> {
    let close = rest.find('}')?;
    let inside = &rest[1..close];
    let name = inside.split(['.', '[', '!', ':']).next()?.trim();
    let fits = name
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-'));
    let whole = inside.len() < 80 && !inside.contains(['\n', '{', '"']);
    (fits && whole).then(|| Found::new(close + 1, Mark::Hole(name.to_string())))
}

fn percent(rest: &str) -> Option<Found> {
    let mut at = 1;
    let mut name = String::new();
    if rest[at..].starts_with('(') {
        let close = rest.find(')')?;
        name = rest[2..close].to_string();
        at = close + 1;
    }
    let flags = rest[at..]
        .find(|letter: char| !matches!(letter, '-' | '+' | '#' | '0'..='9' | '.' | '*'))?;
    at += flags;
    let kind = rest[at..].chars().next()?;
    let fits = "diouxXeEfFgGcrsa".contains(kind);
    fits.then(|| Found::new(at + 1, Mark::Hole(name)))
}

fn dollar(rest: &str) -> Option<Found> {
    let (open, rest_of) = match rest.strip_prefix("${") {
        Some(inside) => (2, inside),
        None => (1, &rest[1..]),
    };
    let length = rest_of
        .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .unwrap_or(rest_of.len());
    let name = &rest_of[..length];
    if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let closed = match open {
        2 => rest_of[length..].starts_with('}') as usize,
        _ => 0,
    };
    (open == 1 || closed == 1)
        .then(|| Found::new(open + length + closed, Mark::Hole(name.to_string())))
}

/// What a template asks for.
pub(super) enum Wanted<'t> {
    /// The value of a placeholder.
    Value(&'t str),
    /// The text of another template.
    File(&'t str),
}

/// Fills the placeholders of a text; `fill` is asked for each and its place. Parts under a condition
/// that has another arm are alternatives; those without one, and the bodies of loops, stand once.
pub(super) fn filled(
    flat: &Flat,
    syntax: Syntax,
    mut fill: impl FnMut(Wanted, Option<Span>) -> Vec<Flat>,
) -> Vec<Flat> {
    let mut blocks = blocks::Blocks::new(flat.media);
    for piece in &flat.pieces {
        let Piece::Text(text, span) = piece else {
            blocks.piece(piece);
            continue;
        };
        let place = |range: &Range<usize>| {
            span.map(|span| {
                let at = |byte: usize| span.start + byte as u32;
                Span::new(span.file, at(range.start), at(range.end))
            })
        };
        for segment in segments(text, syntax) {
            match segment {
                Segment::Text(range) => {
                    let span = place(&range);
                    blocks.piece(&Piece::Text(text[range].to_string(), span));
                }
                Segment::Hole(range, name) => {
                    blocks.texts(&fill(Wanted::Value(&name), place(&range)));
                }
                Segment::File(range, path) => {
                    blocks.texts(&fill(Wanted::File(&path), place(&range)));
                }
                Segment::Media => blocks.media(),
                Segment::Role(role) => blocks.piece(&Piece::Role(role)),
                Segment::Open => blocks.open(),
                Segment::Otherwise => blocks.otherwise(),
                Segment::Close => blocks.close(),
            }
        }
    }
    blocks.finish()
}

#[cfg(test)]
mod tests {
    use super::{Segment, Syntax, Wanted, filled, segments};
    use crate::prompt::flat::Flat;

    fn shown(text: &str, syntax: Syntax) -> String {
        segments(text, syntax)
            .into_iter()
            .map(|segment| match segment {
                Segment::Text(range) => text[range].to_string(),
                Segment::Hole(_, name) => format!("<{name}>"),
                Segment::File(_, path) => format!("<file {path}>"),
                Segment::Media => "<media>".into(),
                Segment::Role(role) => format!("<role {role}>"),
                Segment::Open => "(".into(),
                Segment::Otherwise => "|".into(),
                Segment::Close => ")".into(),
            })
            .collect()
    }

    #[test]
    fn placeholders_are_found() {
        for (text, syntax, expected) in [
            ("é {a.b!r:>3} {} {{x}} {", Syntax::Brace, "é <a> <> {x} {"),
            (
                "{\"k\": 1} {{\"k\": {v}}}",
                Syntax::Brace,
                "{\"k\": 1} {\"k\": <v>}",
            ),
            (
                "%s, %(name)s, 5%% %d%",
                Syntax::Percent,
                "<>, <name>, 5% <>%",
            ),
            ("$a ${b} $$5 $5", Syntax::Dollar, "<a> <b> $5 $5"),
            (
                "{{ a }} {{#each x}}{{{b}}}{{/each}} {c}",
                Syntax::Mustache,
                "<a> (<b>) {c}",
            ),
            (
                "{{#if a}}x{{else if b}}y{{else}}z{{/if}}{{^n}}-{{/n}}{{! no }}{{!-- {{no}} --}}{{> part/a}}{{media url=photo}}{{json data}}{{#a}}q{{/a}}",
                Syntax::Mustache,
                "(x|y|z)(-)<file part/a><media><data>(q)",
            ),
            (
                "{{ user.name | upper }}{# no #}{%- if a %}x{% elif b %}y{% else %}z{% endif -%}\n {% for i in n %}{{ i }}{% endfor %}{% include 'b.j2' %}{% set q = 1 %}{{ \"t\" }} {",
                Syntax::Jinja,
                "<user.name>(x|y|z)(<i>)<file b.j2><value> {",
            ),
            (
                "<%= name %> <% if (a) { %>x<% } else { %>y<% } %><%# no %><% items.each do |i| %><%= i.text %><% end %>",
                Syntax::Erb,
                "<name> (x|y)(<i.text>)",
            ),
        ] {
            assert_eq!(shown(text, syntax), expected, "{text}");
        }
    }

    #[test]
    fn arms_are_alternatives() {
        for (text, expected) in [
            ("a{% if x %}b{% else %}c{% endif %}d", "abd / acd"),
            ("a{% if x %}b{% endif %}c", "abc"),
            (
                "{% if x %}a{% elif y %}b{% if z %}1{% else %}2{% endif %}{% else %}c{% endif %}",
                "a / b1 / b2 / c",
            ),
            ("a{% else %}b{% endif %}{% if x %}c", "abc"),
        ] {
            let found = filled(
                &Flat::plain(text),
                Syntax::Jinja,
                |wanted, _| match wanted {
                    Wanted::Value(name) | Wanted::File(name) => vec![Flat::plain(name)],
                },
            );
            let found: Vec<String> = found.iter().map(Flat::shown).collect();
            assert_eq!(found.join(" / "), expected, "{text}");
        }
    }

    #[test]
    fn many_arms_and_deep_ones_end() {
        let arms = "{% if a %}x{% else %}y{% endif %}".repeat(2_000);
        let deep = "{% if a %}x".repeat(50_000);
        for text in [arms, deep] {
            let found = filled(&Flat::plain(&text), Syntax::Jinja, |_, _| Vec::new());
            assert!(!found.is_empty() && found.len() <= 8);
        }
    }
}
