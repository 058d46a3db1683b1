//! Data as read from a file, each value with its place.

use std::ops::Range;

/// How deep data may be nested; what lies deeper is left out.
pub const DEEPEST: usize = 40;

/// A value and the bytes it is written in.
#[derive(Debug)]
pub struct Node {
    pub kind: Kind,
    pub span: Range<usize>,
}

/// What a value is.
#[derive(Debug)]
pub enum Kind {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    /// A name that stands for something of this file or another.
    Name(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    pub fn new(kind: Kind, span: Range<usize>) -> Node {
        Node { kind, span }
    }
}

/// A plain word: a number, a truth value, nothing, or text.
pub fn word(text: &str) -> Kind {
    match text {
        "" | "null" | "~" | "Null" | "NULL" => Kind::Null,
        "true" | "True" => Kind::Bool(true),
        "false" | "False" => Kind::Bool(false),
        text => match text.parse::<f64>() {
            Ok(number)
                if number.is_finite() && text.ends_with(|last: char| last.is_ascii_digit()) =>
            {
                Kind::Number(number)
            }
            _ => Kind::Text(text.to_string()),
        },
    }
}

/// The values of a TOML file; `None` if it is none.
pub fn toml(text: &str) -> Option<Node> {
    let table = toml::de::DeTable::parse(text).ok()?;
    let span = table.span();
    Some(table_node(table.get_ref(), span, 0))
}

fn table_node(table: &toml::de::DeTable, span: Range<usize>, depth: usize) -> Node {
    let mut entries = Vec::new();
    if depth < DEEPEST {
        // A table keeps its keys sorted; the file's order is the reader's.
        let mut found: Vec<_> = table.iter().collect();
        found.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in found {
            let node = value_node(value.get_ref(), value.span(), depth + 1);
            entries.push((key.get_ref().to_string(), node));
        }
    }
    Node::new(Kind::Map(entries), span)
}

fn value_node(value: &toml::de::DeValue, span: Range<usize>, depth: usize) -> Node {
    use toml::de::DeValue;
    let kind = match value {
        DeValue::String(text) => Kind::Text(text.to_string()),
        DeValue::Integer(number) => word(number.as_str()),
        DeValue::Float(number) => word(number.as_str()),
        DeValue::Boolean(known) => Kind::Bool(*known),
        DeValue::Datetime(date) => Kind::Text(date.to_string()),
        DeValue::Array(items) if depth < DEEPEST => {
            let items = items.iter();
            Kind::List(
                items
                    .map(|item| value_node(item.get_ref(), item.span(), depth + 1))
                    .collect(),
            )
        }
        DeValue::Array(_) => Kind::Null,
        DeValue::Table(table) => return table_node(table, span, depth),
    };
    Node::new(kind, span)
}
