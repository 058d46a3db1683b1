//! Types as expressions: a union is a choice, an object type a map, `T[]` an index on `Array`.

use super::{Lowering, field, has_token, kid, kids};
use crate::ir::{Entry, ExprId, ExprKind, Item};
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    /// The type of an annotation node (`: T`), as a part of a declaration.
    pub(super) fn annotation(&mut self, node: Node<'t>) -> Option<ExprId> {
        let inside = kid(node)?;
        let lowered = self.of_type(inside);
        Some(self.declared(lowered))
    }

    /// The type in a node's field `type` or `return_type`.
    pub(super) fn annotation_field(&mut self, node: Node<'t>, name: &str) -> Option<ExprId> {
        self.annotation(field(node, name)?)
    }

    /// A type as an expression.
    pub(super) fn of_type(&mut self, node: Node<'t>) -> ExprId {
        match self.deeper(node, |this| this.type_inside(node)) {
            Some(lowered) => lowered,
            None => self.push(ExprKind::Opaque(Vec::new()), node),
        }
    }

    fn type_inside(&mut self, node: Node<'t>) -> ExprId {
        match node.kind() {
            "type_identifier" | "identifier" | "predefined_type" => self.type_name(node),
            "nested_type_identifier" | "nested_identifier" => self.nested_name(node),
            "parenthesized_type"
            | "readonly_type"
            | "type_query"
            | "optional_type"
            | "type_annotation"
            | "constraint"
            | "type_predicate_annotation"
            | "asserts_annotation"
            | "flow_maybe_type"
            | "adding_type_annotation"
            | "omitting_type_annotation"
            | "opting_type_annotation" => match kid(node) {
                Some(inside) => self.of_type(inside),
                None => self.push(ExprKind::Opaque(Vec::new()), node),
            },
            "literal_type" => match kid(node) {
                Some(inside) => self.expr(inside),
                None => self.type_name(node),
            },
            "this_type" => self.push(ExprKind::SelfRef, node),
            "generic_type" => self.generic(node),
            "array_type" => self.array_type(node),
            "union_type" => self.union(node),
            "intersection_type" => self.intersection(node),
            "object_type" | "interface_body" => self.object_type(node),
            "tuple_type" => self.tuple(node),
            "lookup_type" => self.lookup(node),
            "index_type_query" => self.keys_of(node),
            "template_literal_type" => self.template(node),
            "call_expression"
            | "member_expression"
            | "subscript_expression"
            | "instantiation_expression"
            | "this"
            | "string"
            | "number" => self.expr(node),
            _ => self.types_inside(node),
        }
    }

    fn type_name(&mut self, node: Node<'t>) -> ExprId {
        let name = self.source(node);
        let kind = match name {
            "null" | "undefined" | "void" => ExprKind::Null,
            _ => ExprKind::Name(name.into()),
        };
        self.push(kind, node)
    }

    /// `a.b.C`
    pub(super) fn nested_name(&mut self, node: Node<'t>) -> ExprId {
        let object = field(node, "module").or_else(|| field(node, "object"));
        let name = field(node, "name").or_else(|| field(node, "property"));
        let (Some(object), Some(name)) = (object, name) else {
            return self.push(ExprKind::Opaque(Vec::new()), node);
        };
        let object = match object.kind() {
            "member_expression" => self.expr(object),
            _ => self.of_type(object),
        };
        let name = self.source(name).into();
        self.push(ExprKind::Member { object, name }, node)
    }

    /// The arguments in `<…>`.
    pub(super) fn type_arguments(&mut self, node: Node<'t>) -> Vec<ExprId> {
        kids(node)
            .into_iter()
            .map(|kid| self.of_type(kid))
            .collect()
    }

    fn generic(&mut self, node: Node<'t>) -> ExprId {
        let (Some(name), Some(arguments)) = (field(node, "name"), field(node, "type_arguments"))
        else {
            return self.types_inside(node);
        };
        let object = self.of_type(name);
        let index = self.type_arguments(arguments);
        self.push(ExprKind::Index { object, index }, node)
    }

    fn array_type(&mut self, node: Node<'t>) -> ExprId {
        let object = self.push(ExprKind::Name("Array".into()), node);
        let index = self.type_arguments(node);
        self.push(ExprKind::Index { object, index }, node)
    }

    /// `A | B | …`, which the parser nests to the left, as one flat list. Written with a loop since
    /// unions of hundreds of literals exist.
    fn union(&mut self, node: Node<'t>) -> ExprId {
        let arms = self.flattened(node, "union_type");
        let arms: Vec<ExprId> = arms.into_iter().map(|arm| self.of_type(arm)).collect();
        match arms.as_slice() {
            [only] => *only,
            _ => self.push(ExprKind::Choice(arms), node),
        }
    }

    /// `A & B` has the fields of both.
    fn intersection(&mut self, node: Node<'t>) -> ExprId {
        let arms = self.flattened(node, "intersection_type");
        let entries = arms
            .into_iter()
            .map(|arm| Entry::Spread(self.of_type(arm)))
            .collect();
        self.push(ExprKind::Map { of: None, entries }, node)
    }

    fn flattened(&self, node: Node<'t>, kind: &str) -> Vec<Node<'t>> {
        let mut arms = Vec::new();
        let mut open = vec![node];
        while let Some(next) = open.pop() {
            if next.kind() == kind {
                open.extend(kids(next).into_iter().rev());
            } else {
                arms.push(next);
            }
        }
        arms
    }

    fn object_type(&mut self, node: Node<'t>) -> ExprId {
        let entries = kids(node)
            .into_iter()
            .filter_map(|member| self.type_entry(member))
            .collect();
        self.push(ExprKind::Map { of: None, entries }, node)
    }

    fn type_entry(&mut self, member: Node<'t>) -> Option<Entry> {
        match member.kind() {
            "property_signature" | "method_signature" => {
                let key = self.key(field(member, "name")?)?;
                Some(Entry::Field(key, self.member_type(member)))
            }
            "index_signature" => self.index_signature(member),
            _ => Some(Entry::Spread(self.types_inside(member))),
        }
    }

    /// The type of a member of an interface or object type; of a method, an opaque function type.
    pub(super) fn member_type(&mut self, member: Node<'t>) -> ExprId {
        if member.kind() == "property_signature" {
            return match field(member, "type").and_then(kid) {
                Some(annotation) => self.of_type(annotation),
                None => self.push(ExprKind::Name("any".into()), member),
            };
        }
        self.types_inside(member)
    }

    /// `[key: K]: V`, `[P in K]: V`
    fn index_signature(&mut self, member: Node<'t>) -> Option<Entry> {
        let value = field(member, "type")?;
        let key = field(member, "index_type").or_else(|| {
            kids(member)
                .into_iter()
                .find(|kid| kid.kind() == "mapped_type_clause")
                .and_then(|clause| field(clause, "type"))
        })?;
        let key = self.of_type(key);
        Some(Entry::Computed(key, self.of_type(value)))
    }

    fn tuple(&mut self, node: Node<'t>) -> ExprId {
        let mut items = Vec::new();
        for kid in kids(node) {
            let spread = kid.kind() == "rest_type";
            let inside = match kid.kind() {
                "required_parameter" | "optional_parameter" => {
                    field(kid, "type").and_then(super::kid)
                }
                "rest_type" => super::kid(kid),
                _ => Some(kid),
            };
            if let Some(inside) = inside {
                let value = self.of_type(inside);
                items.push(Item { value, spread });
            }
        }
        self.push(ExprKind::List(items), node)
    }

    /// `(typeof LABELS)[number]` is an element of the list, `T["key"]` a member.
    fn lookup(&mut self, node: Node<'t>) -> ExprId {
        let kids = kids(node);
        let [object, index] = kids.as_slice() else {
            return self.types_inside(node);
        };
        let of = self.of_type(*object);
        let literal = (index.kind() == "literal_type")
            .then(|| super::kid(*index))
            .flatten()
            .filter(|literal| literal.kind() == "string");
        let kind = if index.kind() == "predefined_type" && self.source(*index) == "number" {
            ExprKind::Element(of)
        } else if let Some(literal) = literal {
            let name = self.string_text(literal).value;
            ExprKind::Member { object: of, name }
        } else {
            let index = vec![self.of_type(*index)];
            ExprKind::Index { object: of, index }
        };
        self.push(kind, node)
    }

    /// `keyof T` is one of the keys, as a loop over a map sees them.
    fn keys_of(&mut self, node: Node<'t>) -> ExprId {
        match kid(node) {
            Some(inside) => {
                let of = self.of_type(inside);
                self.push(ExprKind::Element(of), node)
            }
            None => self.types_inside(node),
        }
    }

    /// Function types, conditional types and all others: the types inside.
    fn types_inside(&mut self, node: Node<'t>) -> ExprId {
        let mut inside = Vec::new();
        for kid in kids(node) {
            match kid.kind() {
                "formal_parameters" => self.parameter_types(kid, &mut inside),
                "property_identifier"
                | "private_property_identifier"
                | "type_parameters"
                | "accessibility_modifier"
                | "override_modifier"
                | "computed_property_name" => {}
                _ => inside.push(self.of_type(kid)),
            }
        }
        self.push(ExprKind::Opaque(inside), node)
    }

    fn parameter_types(&mut self, node: Node<'t>, inside: &mut Vec<ExprId>) {
        for parameter in kids(node) {
            if let Some(annotation) = field(parameter, "type").and_then(kid) {
                inside.push(self.of_type(annotation));
            }
        }
    }

    /// The type of `x as T` or `x satisfies T`, unless it is `const`.
    pub(super) fn asserted_type(&mut self, node: Node<'t>) -> Option<ExprId> {
        let mut at = node;
        while matches!(
            at.kind(),
            "parenthesized_expression" | "await_expression" | "non_null_expression"
        ) {
            at = kid(at)?;
        }
        let asserted = match at.kind() {
            "as_expression" | "satisfies_expression" if !has_token(at, "const") => {
                kids(at).into_iter().nth(1)?
            }
            "type_assertion" => kid(kid(at)?)?,
            _ => return None,
        };
        let lowered = self.of_type(asserted);
        Some(self.declared(lowered))
    }

    /// A type as written, shortened to one line.
    pub(super) fn type_text(&self, node: Node<'t>) -> Option<Box<str>> {
        const LONGEST: usize = 120;
        let words: Vec<&str> = self.source(kid(node)?).split_whitespace().collect();
        let line = words.join(" ");
        Some(if line.chars().count() > LONGEST {
            let short: String = line.chars().take(LONGEST).collect();
            format!("{short}…").into()
        } else {
            line.into()
        })
    }
}

/// Whether a node is a type or a part of one, which no expression is.
pub(super) fn is_type(kind: &str) -> bool {
    kind.ends_with("_type")
        || kind.ends_with("_annotation")
        || kind.ends_with("_signature")
        || matches!(
            kind,
            "type_identifier"
                | "type_parameters"
                | "type_arguments"
                | "type_query"
                | "type_predicate"
        )
}
