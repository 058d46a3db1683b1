//! The code of a component file (`.vue`, `.svelte`, `.astro`): its `<script>` blocks and Astro's
//! frontmatter. Code inside the markup itself is not read.

use std::ops::Range;

/// What `type` says of a script that holds code.
const CODE: &[&str] = &[
    "module",
    "text/javascript",
    "application/javascript",
    "text/typescript",
    "ts",
];

/// The text with everything but code blanked out, so that every byte of code stays where it is, and
/// whether the code may hold JSX.
pub(super) fn code(text: &str) -> (String, bool) {
    let mut kept = Vec::new();
    let mut from = 0;
    if let Some(frontmatter) = frontmatter(text) {
        from = frontmatter.end;
        kept.push(frontmatter);
    }
    let mut jsx = false;
    while let Some((attributes, body)) = script(text, from) {
        from = body.end;
        let attributes = &text[attributes];
        if is_code(attributes) {
            jsx |= ["tsx", "jsx"]
                .iter()
                .any(|lang| attribute(attributes, "lang") == Some(*lang));
            kept.push(body);
        }
    }
    (blanked(text, &kept), jsx)
}

/// Between the two `---` at the start of an Astro file.
fn frontmatter(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let open = text[start..].starts_with("---").then_some(start + 3)?;
    let close = text[open..].find("\n---")?;
    Some(open..open + close)
}

/// The next script from a byte on: its attributes and its body.
fn script(text: &str, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let mut at = from;
    loop {
        let open = at + text.get(at..)?.find("<script")? + "<script".len();
        if text[open..].starts_with(|next: char| next == '>' || next.is_whitespace()) {
            let end = open + tag_end(&text[open..])?;
            let close = text[end + 1..]
                .find("</script")
                .map(|close| end + 1 + close);
            return Some((open..end, end + 1..close.unwrap_or(text.len())));
        }
        at = open;
    }
}

/// Where a tag ends: a `>` that stands in no attribute's value (`generic="T extends X<Y>"`).
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

fn is_code(attributes: &str) -> bool {
    attribute(attributes, "type").is_none_or(|kind| CODE.contains(&kind))
}

/// The value of an attribute, quoted or bare.
fn attribute<'t>(attributes: &'t str, name: &str) -> Option<&'t str> {
    let place = attributes.match_indices(name).find(|(at, _)| {
        attributes[..*at].ends_with(char::is_whitespace)
            && attributes[at + name.len()..].trim_start().starts_with('=')
    });
    let rest = &attributes[place?.0 + name.len()..];
    let value = rest.trim_start().trim_start_matches('=').trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split_whitespace().next(),
    }
}

fn blanked(text: &str, kept: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let blank = |out: &mut String, rest: &str| {
        out.extend(rest.bytes().map(|byte| match byte {
            b'\n' | b'\r' => char::from(byte),
            _ => ' ',
        }));
    };
    for range in kept {
        blank(&mut out, &text[at..range.start]);
        out.push_str(&text[range.clone()]);
        at = range.end;
    }
    blank(&mut out, &text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn only_code_is_kept_and_stays_where_it_is() {
        for (text, expected) in [
            (
                "<p>é</p>\n<script setup lang=\"ts\">a</script>\n",
                "         \n                        a         \n",
            ),
            (
                "<script>a</script><script context='module'>b</script>",
                "        a                                  b",
            ),
            ("<script type=\"application/json\">{}</script>x", ""),
            (
                "<script generic=\"T extends X<Y>\">a",
                "                                 a",
            ),
            (
                "---\nconst a = 1;\n---\n<b/>",
                "   \nconst a = 1;\n   \n    ",
            ),
            ("<scripts>a</scripts>", ""),
        ] {
            let (kept, _) = code(text);
            assert_eq!(kept.trim_end(), expected.trim_end(), "{text}");
            assert_eq!(kept.len(), text.len(), "{text}");
        }
        assert!(code("<script lang=\"tsx\">a</script>").1);
    }
}
