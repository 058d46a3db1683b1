//! String nodes: literals, f-strings and neighbours that Python joins.

use super::text::{Growing, Indentation, Reading, unindent};
use super::{Lowerer, field, parts};
use crate::ir::{ExprId, ExprKind, Parent, Part};
use tree_sitter::Node;

/// Parts of a template as they are read; text that touches becomes one part.
#[derive(Default)]
struct Parts {
    done: Vec<Part>,
    open: Growing,
}

impl Parts {
    fn hole(&mut self, hole: ExprId) {
        self.close();
        self.done.push(Part::Hole(hole));
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            let text = std::mem::take(&mut self.open).finish();
            self.done.push(Part::Text(text));
        }
    }

    fn finish(mut self) -> ExprKind {
        self.close();
        let only_text = !self.done.iter().any(|part| matches!(part, Part::Hole(_)));
        match self.done.pop() {
            None => ExprKind::Text(Default::default()),
            Some(Part::Text(text)) if only_text => ExprKind::Text(text),
            Some(last) => {
                self.done.push(last);
                ExprKind::Template(self.done)
            }
        }
    }
}

impl Lowerer<'_> {
    /// A `string` or `concatenated_string`: one text, or one template.
    pub(super) fn string(&mut self, node: Node) -> ExprId {
        let mut collected = Parts::default();
        if node.kind() == "concatenated_string" {
            for literal in parts(node) {
                self.read(literal, &mut collected);
            }
        } else {
            self.read(node, &mut collected);
        }
        let span = self.span(node);
        self.builder.expr(collected.finish(), span)
    }

    /// The value of a string that is one literal without holes: a key.
    pub(super) fn literal(&self, node: Node) -> Option<Box<str>> {
        if node.kind() != "string" {
            return None;
        }
        let reading = self.reading(node);
        let mut value = Growing::default();
        for part in parts(node) {
            match part.kind() {
                "string_start" | "string_end" => {}
                "string_content" => value.decode(self.source(part), part.start_byte(), reading),
                _ => return None,
            }
        }
        Some(value.finish().value)
    }

    /// What the letters before the quotes say.
    fn reading(&self, node: Node) -> Reading {
        let prefix = node.child(0).map_or("", |start| self.source(start));
        let letters = prefix.trim_end_matches(['"', '\'']);
        let has = |letter| {
            letters
                .bytes()
                .any(|found| found.to_ascii_lowercase() == letter)
        };
        Reading {
            raw: has(b'r'),
            format: has(b'f') || has(b't'),
        }
    }

    fn read(&mut self, node: Node, into: &mut Parts) {
        let reading = self.reading(node);
        let children: Vec<Node> = {
            let mut cursor = node.walk();
            node.children(&mut cursor).collect()
        };
        for child in children {
            match child.kind() {
                "string_start" | "string_end" => {}
                "string_content" => {
                    let content = self.source(child);
                    into.open.decode(content, child.start_byte(), reading);
                }
                "interpolation" => self.interpolation(child, into),
                _ => self.loose(child),
            }
        }
    }

    /// `{x}`, `{x!r}`, `{x:>{width}}`, `{x=}`.
    fn interpolation(&mut self, node: Node, into: &mut Parts) {
        let Some(inner) = field(node, "expression") else {
            return self.loose_parts(node);
        };
        if let Some(equals) = equals_sign(node) {
            let start = node.start_byte() + 1;
            let shown = self.text.get(start..).unwrap_or_default();
            let after = &shown[equals.end_byte() - start..];
            let spaces = after.len() - after.trim_start().len();
            into.open
                .push(&shown[..equals.end_byte() - start + spaces], start);
        }
        let hole = self.expr(inner);
        into.hole(hole);
        if let Some(specifier) = field(node, "format_specifier") {
            self.loose_parts(specifier);
        }
    }

    /// A docstring, cleaned as `inspect.getdoc` and Python 3.13 do.
    pub(super) fn documentation(&mut self, node: Node) -> ExprId {
        let doc = self.string(node);
        self.unindent(doc, Indentation::Clean);
        self.builder.set_parent(doc, Parent::Declaration);
        doc
    }

    /// Takes the indentation away from what is written as a literal below `id`.
    pub(super) fn unindent(&mut self, id: ExprId, how: Indentation) {
        let kind = &mut self.builder.module_mut().exprs[id.0 as usize].kind;
        let inner = match kind {
            ExprKind::Text(text) => {
                let mut parts = [Part::Text(std::mem::take(text))];
                unindent(&mut parts, how);
                let [Part::Text(cleaned)] = parts else {
                    return;
                };
                *text = cleaned;
                return;
            }
            ExprKind::Template(parts) => return unindent(parts, how),
            ExprKind::Format { template, .. } => vec![*template],
            ExprKind::Choice(values) => values.clone(),
            _ => return,
        };
        for id in inner {
            self.unindent(id, how);
        }
    }
}

/// The `=` of a self-documenting hole.
fn equals_sign(node: Node) -> Option<Node> {
    let mut cursor = node.walk();
    node.children(&mut cursor).find(|child| child.kind() == "=")
}
