//! BAML: functions with what they send and give back, classes and enums as JSON Schema has them,
//! clients with their options. A name of another file stays a name.

use super::tree::{DEEPEST, Kind, Node, word};
use std::ops::Range;

/// The definitions of a file, by name.
pub fn read(text: &str) -> Node {
    let mut reader = Reader { text, at: 0 };
    let mut found = Vec::new();
    while reader.space() {
        let start = reader.at;
        if let Some(named) = reader.definition() {
            found.push(named);
        } else if reader.at == start {
            reader.skip();
        }
    }
    Node::new(Kind::Map(found), 0..text.len())
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

fn map(entries: Vec<(&str, Node)>, span: Range<usize>) -> Node {
    let entries = entries.into_iter();
    Node::new(
        Kind::Map(
            entries
                .map(|(name, node)| (name.to_string(), node))
                .collect(),
        ),
        span,
    )
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Passes white space and comments; whether anything is left.
    fn space(&mut self) -> bool {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            let rest = self.rest();
            self.at += if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("/*") {
                rest.find("*/").map_or(rest.len(), |end| end + 2)
            } else {
                return !rest.is_empty();
            };
        }
    }

    fn eat(&mut self, mark: &str) -> bool {
        self.space();
        let found = self.rest().starts_with(mark);
        self.at += if found { mark.len() } else { 0 };
        found
    }

    /// Passes one token of any kind, a block in brackets as a whole.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while self.space() {
            if self.string().is_some() {
                // A quoted text may hold brackets.
            } else if let Some(first) = self.rest().chars().next() {
                self.at += first.len_utf8();
                depth = match first {
                    '{' | '(' | '[' => depth + 1,
                    '}' | ')' | ']' => depth.saturating_sub(1),
                    _ if depth == 0 => {
                        self.word();
                        0
                    }
                    _ => depth,
                };
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A name.
    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let length = rest
            .find(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '_' | '-' | '.'));
        let word = &rest[..length.unwrap_or(rest.len())];
        self.at += word.len();
        word
    }

    /// `"…"` or `#"…"#`, with any number of `#`.
    fn string(&mut self) -> Option<Node> {
        let (start, rest) = (self.at, self.rest());
        let marks = rest.len() - rest.trim_start_matches('#').len();
        let inside = rest[marks..].strip_prefix('"')?;
        let open = marks + 1;
        let (length, close) = match marks {
            0 => (quoted(inside)?, 1),
            marks => {
                let end = format!("\"{}", "#".repeat(marks));
                (inside.find(&end)?, end.len())
            }
        };
        self.at += open + length + close;
        let inner = &inside[..length];
        let value = match marks {
            0 => inner.replace("\\n", "\n").replace("\\\"", "\""),
            _ => dedented(inner),
        };
        let span = start + open..start + open + length;
        Some(Node::new(Kind::Text(value), span))
    }

    fn definition(&mut self) -> Option<(String, Node)> {
        let start = self.at;
        let kind = self.word();
        if kind == "client" && self.eat("<") {
            self.word();
            self.eat(">");
        }
        self.space();
        let name = self.word().to_string();
        if kind.is_empty() || name.is_empty() {
            return None;
        }
        let body = match kind {
            "function" => self.function(start)?,
            "class" => self.class(start)?,
            "enum" => self.values(start)?,
            "client" => self.client(start)?,
            "template_string" => {
                if self.rest().starts_with('(') {
                    self.skip();
                }
                self.space();
                self.string()?
            }
            "type" => {
                self.eat("=").then_some(())?;
                self.form(0)?
            }
            _ => {
                // Tests, generators and policies say nothing of what is sent.
                self.space();
                self.skip();
                return None;
            }
        };
        Some((name, body))
    }

    fn function(&mut self, start: usize) -> Option<Node> {
        let from = self.at;
        self.eat("(").then_some(())?;
        let mut args = Vec::new();
        while self.space() && !self.eat(")") {
            let at = self.at;
            let name = self.word().to_string();
            if name.is_empty() {
                return None;
            }
            if self.eat(":") {
                self.form(0)?;
            }
            args.push((name, Node::new(Kind::Null, at..self.at)));
            self.eat(",");
        }
        let args = Node::new(Kind::Map(args), from..self.at);
        self.eat("->").then_some(())?;
        let returns = self.form(0)?;
        let mut entries = vec![("args", args), ("returns", returns)];
        self.eat("{").then_some(())?;
        while self.space() && !self.eat("}") {
            let name = self.word();
            self.space();
            match name {
                "client" => entries.push(("client", self.value(0)?)),
                "prompt" => entries.push(("prompt", self.value(0)?)),
                _ => self.skip(),
            }
        }
        Some(map(entries, start..self.at))
    }

    fn class(&mut self, start: usize) -> Option<Node> {
        self.eat("{").then_some(())?;
        let mut fields = Vec::new();
        while self.space() && !self.eat("}") {
            if self.rest().starts_with('@') {
                self.attribute();
                continue;
            }
            let name = self.word().to_string();
            if name.is_empty() {
                return None;
            }
            let mut form = self.form(0)?;
            let span = form.span.clone();
            if let Some(description) = self.attributes().0 {
                let described = ("description".to_string(), description);
                form = match form.kind {
                    Kind::Map(mut entries) => {
                        entries.push(described);
                        Node::new(Kind::Map(entries), span)
                    }
                    kind => Node::new(
                        Kind::Map(vec![
                            ("schema".into(), Node::new(kind, span.clone())),
                            described,
                        ]),
                        span,
                    ),
                };
            }
            fields.push((name, form));
        }
        let span = start..self.at;
        let kind = Node::new(Kind::Text("object".into()), span.clone());
        let fields = Node::new(Kind::Map(fields), span.clone());
        Some(map(vec![("type", kind), ("properties", fields)], span))
    }

    fn values(&mut self, start: usize) -> Option<Node> {
        self.eat("{").then_some(())?;
        let mut values = Vec::new();
        while self.space() && !self.eat("}") {
            if self.rest().starts_with('@') {
                self.attribute();
                continue;
            }
            let at = self.at;
            let name = self.word();
            if name.is_empty() {
                return None;
            }
            let value = Node::new(Kind::Text(name.to_string()), at..self.at);
            if !self.attributes().1 {
                values.push(value);
            }
        }
        let span = start..self.at;
        let values = Node::new(Kind::List(values), span.clone());
        Some(map(vec![("enum", values)], span))
    }

    /// A client: its own settings and its options, in one.
    fn client(&mut self, start: usize) -> Option<Node> {
        let mut entries = Vec::new();
        let Kind::Map(settings) = self.value(0)?.kind else {
            return None;
        };
        for (name, value) in settings {
            match value.kind {
                Kind::Map(options) if name == "options" => entries.extend(options),
                _ => entries.push((name, value)),
            }
        }
        Some(Node::new(Kind::Map(entries), start..self.at))
    }

    /// The attributes of a field or value: its description, and whether it is left out.
    fn attributes(&mut self) -> (Option<Node>, bool) {
        let (mut description, mut left_out) = (None, false);
        while self.space() && self.rest().starts_with('@') {
            match self.attribute() {
                ("description", text) => description = text,
                ("skip", _) => left_out = true,
                _ => {}
            }
        }
        (description, left_out)
    }

    fn attribute(&mut self) -> (&'t str, Option<Node>) {
        self.at += self.rest().len() - self.rest().trim_start_matches('@').len();
        let name = self.word();
        let mut text = None;
        if self.rest().starts_with('(') {
            let open = self.at;
            self.at += 1;
            self.space();
            text = self.string();
            self.at = open;
            self.skip();
        }
        (name, text)
    }

    /// A type, as JSON Schema has it.
    fn form(&mut self, depth: usize) -> Option<Node> {
        self.space();
        let start = self.at;
        let mut parts = vec![self.part(depth)?];
        while self.eat("|") {
            parts.push(self.part(depth)?);
        }
        let literals: Vec<Node> = parts
            .iter()
            .filter_map(|part| match &part.kind {
                Kind::List(values) => values.first(),
                _ => None,
            })
            .map(|value| Node::new(Kind::Text(text_of(value)), value.span.clone()))
            .collect();
        if literals.len() == parts.len() {
            let span = start..self.at;
            let values = Node::new(Kind::List(literals), span.clone());
            return Some(map(vec![("enum", values)], span));
        }
        let is_null = |part: &Node| matches!(part.kind, Kind::Null);
        let known = parts.iter().position(|part| !is_null(part)).unwrap_or(0);
        Some(parts.swap_remove(known))
    }

    /// One alternative of a type; a literal is a list of itself.
    fn part(&mut self, depth: usize) -> Option<Node> {
        self.space();
        let start = self.at;
        if depth > DEEPEST {
            return None;
        }
        let mut found = if self.eat("(") {
            let inner = self.form(depth + 1)?;
            self.eat(")").then_some(())?;
            inner
        } else if let Some(text) = self.string() {
            let span = text.span.clone();
            Node::new(Kind::List(vec![text]), span)
        } else {
            self.named(start, depth)?
        };
        loop {
            if self.rest().starts_with("[]") {
                self.at += 2;
                let span = start..self.at;
                let kind = Node::new(Kind::Text("array".into()), span.clone());
                found = map(vec![("type", kind), ("items", found)], span);
            } else if self.rest().starts_with('?') {
                self.at += 1;
            } else {
                break;
            }
        }
        // Attributes that stand inside a union belong to the type.
        while self.rest().trim_start_matches(' ').starts_with("@check")
            || self.rest().trim_start_matches(' ').starts_with("@assert")
        {
            self.space();
            self.attribute();
        }
        Some(found)
    }

    fn named(&mut self, start: usize, depth: usize) -> Option<Node> {
        let name = self.word();
        let span = start..self.at;
        let of = |kind: &str| {
            let kind = Node::new(Kind::Text(kind.to_string()), span.clone());
            map(vec![("type", kind)], span.clone())
        };
        Some(match name {
            "" => return None,
            "string" => of("string"),
            "int" => of("integer"),
            "float" => of("number"),
            "bool" => of("boolean"),
            "null" => Node::new(Kind::Null, span),
            "map" => {
                if self.eat("<") {
                    self.form(depth + 1)?;
                    self.eat(",");
                    self.form(depth + 1)?;
                    self.eat(">");
                }
                of("object")
            }
            name => Node::new(Kind::Name(name.to_string()), span),
        })
    }

    /// A value of settings: a text, a block, a list, a word, or the name of something.
    fn value(&mut self, depth: usize) -> Option<Node> {
        self.space();
        let start = self.at;
        if depth > DEEPEST {
            return None;
        }
        if let Some(text) = self.string() {
            return Some(text);
        }
        if self.eat("{") {
            let mut entries = Vec::new();
            while self.space() && !self.eat("}") {
                let name = match self.string() {
                    Some(text) => text_of(&text),
                    None => self.word().to_string(),
                };
                if name.is_empty() {
                    return None;
                }
                entries.push((name, self.value(depth + 1)?));
                self.eat(",");
            }
            return Some(Node::new(Kind::Map(entries), start..self.at));
        }
        if self.eat("[") {
            let mut items = Vec::new();
            while self.space() && !self.eat("]") {
                items.push(self.value(depth + 1)?);
                self.eat(",");
            }
            return Some(Node::new(Kind::List(items), start..self.at));
        }
        let plain = self.word();
        if plain.is_empty() {
            return None;
        }
        let kind = match word(plain) {
            Kind::Text(name) if !name.contains(['.', '-']) => Kind::Name(name),
            kind => kind,
        };
        Some(Node::new(kind, start..self.at))
    }
}

fn text_of(node: &Node) -> String {
    match &node.kind {
        Kind::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// The length of what stands before the closing quote.
fn quoted(inside: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            '"' if !escaped => return Some(at),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    None
}

/// A block of text without the indentation that all its lines share.
fn dedented(text: &str) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let shared = lines().skip(usize::from(!text.starts_with('\n')));
    let shared = shared.map(indent).min().unwrap_or(0);
    let cut: Vec<&str> = text
        .lines()
        .map(|line| line.get(shared.min(indent(line))..).unwrap_or(line))
        .collect();
    cut.join("\n").trim().to_string()
}
