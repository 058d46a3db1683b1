//! Finds the items that break a file, so that one broken function does not lose the rest. Knows
//! items only by the words they begin with and by their indentation.

use super::prepare::blanked;
use super::scan::{self, Kind};
use std::ops::Range;

/// The smallest items of `text` that do not parse.
pub(super) fn broken_items(text: &str) -> Vec<Range<usize>> {
    let mut broken = Vec::new();
    for chunk in chunks(text, 0..text.len()) {
        if !parses(&text[chunk.clone()]) {
            narrow(text, chunk, &mut broken);
        }
    }
    broken
}

/// Adds what is broken in a broken item: members of an `impl`, `trait` or `mod`, or all of it.
fn narrow(text: &str, item: Range<usize>, broken: &mut Vec<Range<usize>>) {
    if let Some(body) = container_body(text, item.clone()) {
        let found: Vec<_> = chunks(text, body)
            .into_iter()
            .filter(|member| !member_parses(&text[member.clone()]))
            .collect();
        let mut healed = text[item.clone()].to_string();
        for member in &found {
            let local = member.start - item.start..member.end - item.start;
            healed = blanked(&healed, local);
        }
        if parses(&healed) {
            broken.extend(found);
            return;
        }
    }
    broken.push(item);
}

fn parses(item: &str) -> bool {
    syn::parse_str::<syn::File>(item).is_ok()
}

fn member_parses(member: &str) -> bool {
    // What stands between the braces of an `impl` is read as such, in a block of its own.
    parses(&format!("impl X {{{member}}}"))
        || parses(&format!("trait X {{{member}}}"))
        || parses(member)
}

/// What stands between the braces of an item that holds items.
fn container_body(text: &str, item: Range<usize>) -> Option<Range<usize>> {
    let code = &text[item.clone()];
    let header = code.split('{').next()?;
    let holds = header
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .any(|word| matches!(word, "impl" | "trait" | "mod"));
    let function = header.split_whitespace().any(|word| word == "fn");
    let close = code.rfind('}')?;
    (holds && !function && header.len() < close)
        .then(|| item.start + header.len() + 1..item.start + close)
}

/// The items of a stretch: cut where brackets are closed, and wherever a line begins like an item
/// at the indentation of the first one, since a broken item may never close.
fn chunks(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let starts = item_lines(text, range.clone());
    let mut chunks = Vec::new();
    let mut start = range.start;
    for next in starts.into_iter().chain([range.end]) {
        chunks.extend(balanced(text, start..next));
        start = next;
    }
    chunks
}

/// The line starts at which an item begins, by the look of it. Attributes and comments belong to
/// the item that they stand before.
fn item_lines(text: &str, range: Range<usize>) -> Vec<usize> {
    let inside_literal = literal_lines(text, range.clone());
    let (mut found, mut indentation, mut at) = (Vec::new(), None, range.start);
    let mut heading = false;
    for line in text[range].split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t']);
        let indent = &line[..line.len() - content.len()];
        let before = content.starts_with("#[") || content.starts_with("//");
        let begins = before || begins_item(content);
        if begins && !inside_literal.iter().any(|literal| literal.contains(&at)) {
            let expected = *indentation.get_or_insert(indent);
            if indent == expected && !heading {
                found.push(at);
            }
            if indent == expected {
                heading = before;
            }
        } else if !content.trim().is_empty() {
            heading = false;
        }
        at += line.len();
    }
    found
}

/// Literals and comments of several lines, unless one never ends: then all of them may be its
/// misread tail.
fn literal_lines(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let stretch = &text[range.clone()];
    let pieces = scan::pieces(stretch);
    let unfinished = pieces.last().is_some_and(|last| {
        last.kind == Kind::Literal && !stretch.trim_end().ends_with(['"', '\'', '#'])
    });
    if unfinished {
        return Vec::new();
    }
    pieces
        .into_iter()
        .filter(|piece| piece.kind != Kind::Code && stretch[piece.range.clone()].contains('\n'))
        .map(|piece| range.start + piece.range.start + 1..range.start + piece.range.end)
        .collect()
}

fn begins_item(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "pub", "fn", "impl", "struct", "enum", "use", "mod", "trait", "const", "static", "type",
        "async", "unsafe", "extern", "union", "default",
    ];
    let end = line
        .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    WORDS.contains(&word) && !rest.starts_with(['!', '.']) || line.starts_with("macro_rules!")
}

/// Cuts a stretch behind every bracket or semicolon that ends an item.
fn balanced(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let stretch = &text[range.clone()];
    let (mut cuts, mut depth, mut start) = (Vec::new(), 0i32, 0);
    for piece in scan::pieces(stretch) {
        if piece.kind != Kind::Code {
            continue;
        }
        for (at, byte) in stretch[piece.range.clone()].bytes().enumerate() {
            let end = piece.range.start + at + 1;
            match byte {
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth -= 1,
                _ => {}
            }
            let ends = byte == b';' || byte == b'}' && !goes_on(&stretch[start..end]);
            if depth == 0 && ends {
                cuts.push(range.start + start..range.start + end);
                start = end;
            }
        }
    }
    if !stretch[start..].trim().is_empty() {
        cuts.push(range.start + start..range.end);
    }
    cuts
}

/// Whether an item goes on to a semicolon though its braces are closed.
fn goes_on(item: &str) -> bool {
    let words: Vec<&str> = item
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty() && *word != "pub")
        .take(2)
        .collect();
    match words[..] {
        ["use" | "static" | "type", ..] => true,
        ["const", next] => !matches!(next, "fn" | "unsafe" | "async" | "extern"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::broken_items;

    fn broken(text: &str) -> Vec<&str> {
        broken_items(text)
            .into_iter()
            .map(|range| text[range].trim())
            .collect()
    }

    #[test]
    fn the_smallest_broken_item_is_found() {
        assert_eq!(
            broken("use a::{b, c};\nfn ok() {}\nfn bad() { let = 1; }\nconst A: X = X { a: 1 };\n"),
            ["fn bad() { let = 1; }"]
        );
        assert_eq!(
            broken("impl X {\n    fn ok() {}\n    fn bad() { let = 1; }\n    fn fine() {}\n}\n"),
            ["fn bad() { let = 1; }"]
        );
        assert_eq!(
            broken("/// Doc.\n#[a]\nfn open() {\n    if x {\n}\n\nfn ok() {}\n"),
            ["/// Doc.\n#[a]\nfn open() {\n    if x {\n}"]
        );
        assert_eq!(
            broken("fn a() {\n    let s = \"never;\n}\n\nfn ok() {}\n"),
            ["fn a() {\n    let s = \"never;\n}"]
        );
        assert_eq!(
            broken("fn a() { let s = r#\"\nfn x() {\n\"#; }\nfn b() { + }"),
            ["fn b() { + }"]
        );
    }
}
