//! The YAML that prompts are kept in: nested maps and lists, plain, quoted and block texts, flow
//! style. Anchors, tags and several documents are not followed: a file that needs them is text.

use super::json;
use super::tree::{DEEPEST, Kind, Node, word};

/// The value of a file; `None` if it is nothing that this reader knows.
pub fn read(text: &str) -> Option<Node> {
    let mut reader = Reader {
        lines: lines(text),
        text,
        at: 0,
    };
    let node = reader.block(0, 0)?;
    reader.skip();
    (reader.at == reader.lines.len()).then_some(node)
}

#[derive(Clone, Copy)]
struct Line {
    /// First byte of the line.
    start: usize,
    /// One past its last, without the line end.
    end: usize,
    /// How far it is indented.
    indent: usize,
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        out.push(Line {
            start,
            end: start + bare.len(),
            indent: bare.len() - bare.trim_start_matches(' ').len(),
        });
        start += line.len();
    }
    out
}

struct Reader<'t> {
    text: &'t str,
    lines: Vec<Line>,
    at: usize,
}

impl<'t> Reader<'t> {
    fn bare(&self, line: Line) -> &'t str {
        &self.text[line.start + line.indent..line.end]
    }

    /// Passes over blank lines, comments and document marks.
    fn skip(&mut self) {
        while let Some(line) = self.lines.get(self.at) {
            let bare = self.bare(*line).trim_end();
            if bare.is_empty()
                || bare.starts_with('#')
                || bare == "---"
                || bare.starts_with("%YAML")
            {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The value whose lines are indented by at least `least`.
    fn block(&mut self, least: usize, depth: usize) -> Option<Node> {
        self.skip();
        let line = *self.lines.get(self.at)?;
        if line.indent < least || depth > DEEPEST {
            return Some(Node::new(Kind::Null, line.start..line.start));
        }
        let bare = self.bare(line);
        if bare == "-" || bare.starts_with("- ") {
            return self.list(line.indent, depth);
        }
        if key_length(bare).is_some() {
            return self.map(line.indent, depth);
        }
        self.at += 1;
        self.scalar(line.start + line.indent, line, least, depth)
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let start = self.lines[self.at].start;
        let mut items = Vec::new();
        loop {
            self.skip();
            let Some(line) = self.lines.get(self.at).copied() else {
                break;
            };
            let bare = self.bare(line);
            if line.indent != indent || !(bare == "-" || bare.starts_with("- ")) {
                if line.indent > indent {
                    return None;
                }
                break;
            }
            let after = &bare[1..];
            let inner = after.trim_start();
            if inner.is_empty() || inner.starts_with('#') {
                self.at += 1;
                items.push(self.block(indent + 1, depth + 1)?);
                continue;
            }
            // What stands after the dash is as if it stood on a line of its own, indented so far.
            let moved = 1 + after.len() - inner.len();
            let plain = key_length(inner).is_some() || inner.starts_with("- ");
            if plain {
                self.lines[self.at].indent += moved;
                items.push(self.block(indent + 1, depth + 1)?);
            } else {
                self.at += 1;
                items.push(self.scalar(line.start + indent + moved, line, indent + 1, depth)?);
            }
        }
        let end = self.lines[self.at - 1].end;
        Some(Node::new(Kind::List(items), start..end))
    }

    fn map(&mut self, indent: usize, depth: usize) -> Option<Node> {
        let start = self.lines[self.at].start;
        let mut entries = Vec::new();
        loop {
            self.skip();
            let Some(line) = self.lines.get(self.at).copied() else {
                break;
            };
            if line.indent < indent {
                break;
            }
            let bare = self.bare(line);
            let length = key_length(bare).filter(|_| line.indent == indent)?;
            let key = unquoted(&bare[..length]);
            let rest = &bare[length + 1..];
            let inner = rest.trim_start();
            let value_at = line.start + line.indent + length + 1 + (rest.len() - inner.len());
            self.at += 1;
            let value = if inner.is_empty() || inner.starts_with('#') {
                self.below(indent, depth)?
            } else {
                self.scalar(value_at, line, indent + 1, depth)?
            };
            entries.push((key, value));
        }
        let end = self.lines[self.at - 1].end;
        Some(Node::new(Kind::Map(entries), start..end))
    }

    /// What stands below a key: a list may be indented no further than the key.
    fn below(&mut self, indent: usize, depth: usize) -> Option<Node> {
        self.skip();
        let is_list = self.lines.get(self.at).is_some_and(|line| {
            line.indent == indent && (self.bare(*line) == "-" || self.bare(*line).starts_with("- "))
        });
        match is_list {
            true => self.list(indent, depth + 1),
            false if self.at == self.lines.len() => Some(Node::new(Kind::Null, 0..0)),
            false => self.block(indent + 1, depth + 1),
        }
    }

    /// A text, number or flow value that starts at byte `start` of `line`, which is passed already;
    /// its further lines are indented by at least `least`.
    fn scalar(&mut self, start: usize, line: Line, least: usize, depth: usize) -> Option<Node> {
        let first = &self.text[start..line.end];
        match first.chars().next()? {
            '|' | '>' => self.block_text(start, line, least),
            '"' | '\'' => self.quoted(start),
            '{' | '[' if depth <= DEEPEST => {
                let (node, end) = json::one(self.text, start)?;
                self.pass(end);
                Some(node)
            }
            '&' | '*' | '!' => None,
            _ => {
                let plain = first.split(" #").next().unwrap_or(first).trim_end();
                let mut text = plain.to_string();
                let mut end = start + plain.len();
                // A plain text goes on where the lines below are indented further.
                while let Some(next) = self.lines.get(self.at).copied() {
                    let bare = self.bare(next).trim_end();
                    if next.indent < least || bare.is_empty() || bare.starts_with('#') {
                        break;
                    }
                    let bare = bare.split(" #").next().unwrap_or(bare).trim_end();
                    text.push(' ');
                    text.push_str(bare);
                    end = next.start + next.indent + bare.len();
                    self.at += 1;
                }
                Some(Node::new(word(&text), start..end))
            }
        }
    }

    /// Goes on after the line that holds the byte before `end`.
    fn pass(&mut self, end: usize) {
        while self.lines.get(self.at).is_some_and(|line| line.start < end) {
            self.at += 1;
        }
    }

    fn block_text(&mut self, start: usize, line: Line, least: usize) -> Option<Node> {
        let head = self.text[start..line.end].split(" #").next()?.trim_end();
        let folded = head.starts_with('>');
        let fits = |letter: char| matches!(letter, '+' | '-' | '0'..='9');
        if !head[1..].chars().all(fits) {
            return None;
        }
        let mut indent = None;
        let mut rows: Vec<&str> = Vec::new();
        while let Some(next) = self.lines.get(self.at).copied() {
            let blank = self.bare(next).trim().is_empty();
            if !blank && next.indent < least {
                break;
            }
            if !blank && indent.is_none() {
                indent = Some(next.indent);
            }
            let cut = next.start + indent.unwrap_or(0).min(next.indent);
            rows.push(&self.text[cut.min(next.end)..next.end]);
            self.at += 1;
        }
        let end = self.lines[self.at - 1].end;
        let trailing = rows
            .iter()
            .rev()
            .take_while(|row| row.trim().is_empty())
            .count();
        rows.truncate(rows.len() - trailing);
        let mut value = match folded {
            true => fold(&rows),
            false => rows.join("\n"),
        };
        if !head.contains('-') && !value.is_empty() {
            value.push('\n');
        }
        Some(Node::new(Kind::Text(value), line.end..end))
    }

    fn quoted(&mut self, start: usize) -> Option<Node> {
        let quote = self.text[start..].chars().next()?;
        let mut out = String::new();
        let mut letters = self.text[start + 1..].char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            if letter == quote {
                if quote == '\'' && letters.next_if(|(_, next)| *next == '\'').is_some() {
                    out.push('\'');
                    continue;
                }
                let end = start + 1 + at + 1;
                self.pass(end);
                return Some(Node::new(Kind::Text(out), start..end));
            }
            match letter {
                '\\' if quote == '"' => match letters.next()?.1 {
                    'n' => out.push('\n'),
                    't' => out.push('\t'),
                    '\n' => while letters.next_if(|(_, next)| *next == ' ').is_some() {},
                    other => out.push(other),
                },
                '\n' => {
                    // A line end is a space, a blank line a line end.
                    let mut ends = 0;
                    while let Some((_, next)) = letters.next_if(|(_, next)| next.is_whitespace()) {
                        ends += usize::from(next == '\n');
                    }
                    match ends {
                        0 => out.push(' '),
                        ends => out.extend(std::iter::repeat_n('\n', ends)),
                    }
                }
                letter => out.push(letter),
            }
        }
        None
    }
}

/// Lines joined by spaces; blank lines end a paragraph, further indented lines stand as they are.
fn fold(rows: &[&str]) -> String {
    let mut out = String::new();
    for (number, row) in rows.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| rows[before]);
        let kept = |row: &str| row.is_empty() || row.starts_with(' ');
        match before {
            None => {}
            Some(_) if row.is_empty() => {
                out.push('\n');
                continue;
            }
            Some("") => {}
            Some(before) if kept(before) || kept(row) => out.push('\n'),
            Some(_) => out.push(' '),
        }
        out.push_str(row);
    }
    out
}

/// The length of the key that a line starts with, the colon not counted.
fn key_length(bare: &str) -> Option<usize> {
    let first = bare.chars().next()?;
    let length = match first {
        '"' | '\'' => 2 + bare[1..].find(first)?,
        '{' | '[' | '#' | '&' | '*' | '!' | '|' | '>' | '%' | '@' | '`' => return None,
        _ => {
            let end = bare
                .find(": ")
                .or_else(|| bare.trim_end().strip_suffix(':').map(str::len))?;
            let key = &bare[..end];
            if key.len() > 120 || key.contains(" #") {
                return None;
            }
            end
        }
    };
    let after = bare[length..].strip_prefix(':')?;
    (after.is_empty() || after.starts_with([' ', '\r'])).then_some(length)
}

fn unquoted(key: &str) -> String {
    let key = key.trim_end();
    let inner = ['"', '\''].iter().find_map(|quote| {
        let inner = key.strip_prefix(*quote)?;
        inner.strip_suffix(*quote)
    });
    inner.unwrap_or(key).to_string()
}
