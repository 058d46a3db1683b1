//! JSON with comments and trailing commas, as configuration files have it, with places.

use super::tree::{DEEPEST, Kind, Node, word};

/// The value of a file; `None` if it is no JSON.
pub fn read(text: &str) -> Option<Node> {
    let mut reader = Reader { text, at: 0 };
    let node = reader.value(0)?;
    reader.space();
    (reader.at == text.len()).then_some(node)
}

/// One value from byte `at` on, and the byte after it: YAML's flow style.
pub fn one(text: &str, at: usize) -> Option<(Node, usize)> {
    let mut reader = Reader { text, at };
    let node = reader.value(0)?;
    Some((node, reader.at))
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn space(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start().len();
            self.at += blank;
            let rest = self.rest();
            let length = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                return;
            };
            self.at += length;
        }
    }

    fn eat(&mut self, mark: char) -> bool {
        self.space();
        let found = self.rest().starts_with(mark);
        self.at += if found { mark.len_utf8() } else { 0 };
        found
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        self.space();
        if depth > DEEPEST {
            return None;
        }
        let start = self.at;
        let kind = match self.rest().chars().next()? {
            '{' => self.map(depth)?,
            '[' => self.list(depth)?,
            '"' | '\'' => Kind::Text(self.string()?),
            _ => {
                let length = self
                    .rest()
                    .find([',', '}', ']', ':', '\n'])
                    .unwrap_or(self.rest().len());
                let plain = self.rest()[..length].trim_end();
                if plain.is_empty() {
                    return None;
                }
                let kind = word(plain);
                self.at += plain.len();
                kind
            }
        };
        Some(Node::new(kind, start..self.at))
    }

    fn map(&mut self, depth: usize) -> Option<Kind> {
        self.at += 1;
        let mut entries = Vec::new();
        while !self.eat('}') {
            self.space();
            let key = match self.rest().chars().next()? {
                '"' | '\'' => self.string()?,
                _ => {
                    let length = self.rest().find([':', '\n', '}'])?;
                    let key = self.rest()[..length].trim_end().to_string();
                    self.at += length;
                    key
                }
            };
            if !self.eat(':') {
                return None;
            }
            entries.push((key, self.value(depth + 1)?));
            if !self.eat(',') && !self.rest().starts_with('}') {
                return None;
            }
        }
        Some(Kind::Map(entries))
    }

    fn list(&mut self, depth: usize) -> Option<Kind> {
        self.at += 1;
        let mut items = Vec::new();
        while !self.eat(']') {
            items.push(self.value(depth + 1)?);
            if !self.eat(',') && !self.rest().starts_with(']') {
                return None;
            }
        }
        Some(Kind::List(items))
    }

    fn string(&mut self) -> Option<String> {
        let quote = self.rest().chars().next()?;
        self.at += 1;
        let mut out = String::new();
        loop {
            let letter = self.rest().chars().next()?;
            self.at += letter.len_utf8();
            match letter {
                _ if letter == quote => return Some(out),
                '\\' => out.push(self.escaped()?),
                letter => out.push(letter),
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let letter = self.rest().chars().next()?;
        self.at += letter.len_utf8();
        if let Some(control) = control(letter) {
            return Some(control);
        }
        Some(match letter {
            'u' => {
                let high = self.unit()?;
                let is_pair = (0xd800..0xdc00).contains(&high) && self.rest().starts_with("\\u");
                if !is_pair {
                    return Some(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                self.at += 2;
                let low = self.unit()?;
                let code = 0x10000 + ((high - 0xd800) << 10) + low.wrapping_sub(0xdc00) % 0x400;
                char::from_u32(code)?
            }
            other => other,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        let unit = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(unit)
    }
}

/// The control character that a letter after a backslash stands for.
pub(super) fn control(letter: char) -> Option<char> {
    Some(match letter {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        _ => return None,
    })
}
