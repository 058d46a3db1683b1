//! Type annotations: read as expressions, with strings read as the types they name.

use super::{Lowerer, field, fields, inner, parser, parts};
use crate::ir::{BinaryOp, ExprId, ExprKind, Item};
use tree_sitter::Node;

/// Whether a subscripted name is a built-in type or one of `typing`'s, so that a string in the brackets is no key.
pub(super) fn is_generic(object: &str) -> bool {
    let built_in = matches!(object, "list" | "dict" | "tuple" | "set" | "type");
    let imported = matches!(
        last_name(object),
        "Literal" | "Annotated" | "Optional" | "Union" | "List" | "Dict" | "Type" | "Iterable"
    );
    built_in || imported
}

fn last_name(object: &str) -> &str {
    object.rsplit('.').next().unwrap_or(object)
}

impl Lowerer<'_> {
    /// Lowers a type annotation.
    pub(super) fn annotation(&mut self, node: Node) -> ExprId {
        match self.deeper(node, Self::annotation_here) {
            Some(id) => id,
            None => {
                let span = self.span(node);
                self.unknown(span)
            }
        }
    }

    fn annotation_here(&mut self, node: Node) -> ExprId {
        let children = parts(node);
        match (node.kind(), &children[..]) {
            ("type" | "constrained_type" | "parenthesized_expression", [inner, ..]) => {
                self.annotation(*inner)
            }
            ("string", _) => self.quoted(node),
            ("generic_type", [object, arguments]) => {
                let arguments = parts(*arguments);
                self.generic(node, *object, &arguments)
            }
            ("subscript", _) => match field(node, "value") {
                Some(object) => self.generic(node, object, &fields(node, "subscript")),
                None => self.expr(node),
            },
            ("union_type", [left, right]) => self.union(node, *left, *right),
            ("binary_operator", [left, right])
                if field(node, "operator").is_some_and(|found| found.kind() == "|") =>
            {
                self.union(node, *left, *right)
            }
            ("member_type", [object, name]) => {
                let object = self.annotation(*object);
                let (name, span) = (self.source(*name).into(), self.span(node));
                self.builder.expr(ExprKind::Member { object, name }, span)
            }
            ("list", _) => self.type_list(node, &children),
            ("splat_type", [inner, ..]) => self.expr(*inner),
            ("generic_type" | "union_type" | "member_type" | "type", _) => {
                self.loose_parts(node);
                let span = self.span(node);
                self.unknown(span)
            }
            _ => self.expr(node),
        }
    }

    /// `object[arguments]`. The strings of a `Literal` are values, as is all but the first argument
    /// of an `Annotated`.
    fn generic(&mut self, node: Node, object: Node, arguments: &[Node]) -> ExprId {
        let name = last_name(self.source(object));
        let types = match name {
            "Literal" => 0,
            "Annotated" => 1,
            _ => usize::MAX,
        };
        let object = self.expr(object);
        let index = arguments
            .iter()
            .enumerate()
            .map(|(number, argument)| {
                let argument = match argument.kind() {
                    "type" => inner(*argument).unwrap_or(*argument),
                    _ => *argument,
                };
                match number < types {
                    true => self.annotation(argument),
                    false => self.expr(argument),
                }
            })
            .collect();
        let span = self.span(node);
        self.builder.expr(ExprKind::Index { object, index }, span)
    }

    fn union(&mut self, node: Node, left: Node, right: Node) -> ExprId {
        let left = self.annotation(left);
        let right = self.annotation(right);
        let op = BinaryOp::Pipe;
        let span = self.span(node);
        self.builder
            .expr(ExprKind::Binary { op, left, right }, span)
    }

    fn type_list(&mut self, node: Node, elements: &[Node]) -> ExprId {
        let items = elements
            .iter()
            .map(|element| Item {
                value: self.annotation(*element),
                spread: false,
            })
            .collect();
        let span = self.span(node);
        self.builder.expr(ExprKind::List(items), span)
    }

    /// `"Invoice | None"`: the quoted bytes are parsed where they stand, so that all offsets hold.
    fn quoted(&mut self, node: Node) -> ExprId {
        let content = match parts(node)[..] {
            [_, content, _] if content.kind() == "string_content" => content,
            _ => return self.string(node),
        };
        let is_type = |byte: u8| byte.is_ascii_alphanumeric() || b"_.,[]| '\"".contains(&byte);
        let source = self.source(content);
        if source.starts_with(' ') || !source.bytes().all(is_type) {
            return self.string(node);
        }
        let mut parser = parser();
        let parsed = match parser.set_included_ranges(&[content.range()]) {
            Ok(()) => parser.parse(self.text, None),
            Err(_) => None,
        };
        let Some(tree) = parsed.filter(|tree| !tree.root_node().has_error()) else {
            return self.string(node);
        };
        let statements = parts(tree.root_node());
        match statements[..] {
            [only] if only.kind() == "expression_statement" && only.named_child_count() == 1 => {
                match only.named_child(0) {
                    Some(inner) if inner.kind() != "assignment" => self.annotation(inner),
                    _ => self.string(node),
                }
            }
            _ => self.string(node),
        }
    }
}
