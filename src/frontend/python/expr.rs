//! Expressions, but for calls.

use super::{FrameKind, Lowerer, all_parts, field, fields, inner, parts};
use crate::ir::{BindingKind, Entry, ExprId, ExprKind, Item, Owner, Parent};
use tree_sitter::Node;

impl Lowerer<'_> {
    /// Lowers any expression.
    pub(super) fn expr(&mut self, node: Node) -> ExprId {
        match self.deeper(node, Self::expr_here) {
            Some(id) => id,
            None => {
                let span = self.span(node);
                self.unknown(span)
            }
        }
    }

    fn expr_here(&mut self, node: Node) -> ExprId {
        let span = self.span(node);
        match node.kind() {
            "identifier" | "keyword_identifier" => self.name(node),
            "attribute" => self.attribute(node),
            "call" => self.call(node),
            "string" | "concatenated_string" => self.string(node),
            "integer" | "float" => {
                let number = number(self.source(node));
                self.builder.expr(ExprKind::Number(number), span)
            }
            "true" => self.builder.expr(ExprKind::Bool(true), span),
            "false" => self.builder.expr(ExprKind::Bool(false), span),
            "none" => self.builder.expr(ExprKind::Null, span),
            "parenthesized_expression" | "await" => match inner(node) {
                Some(inner) => self.expr(inner),
                None => self.unknown(span),
            },
            "list" | "tuple" | "set" | "expression_list" | "pattern_list" | "tuple_pattern"
            | "list_pattern" => self.list(node),
            "dictionary" => self.dictionary(node),
            "subscript" => self.subscript(node),
            "binary_operator" => self.binary(node),
            "boolean_operator" => self.boolean(node),
            "comparison_operator" => self.comparison(node),
            "not_operator" | "unary_operator" => self.unary(node),
            "conditional_expression" => self.conditional(node),
            "named_expression" => self.walrus(node),
            "lambda" => self.lambda(node, ""),
            "list_comprehension"
            | "set_comprehension"
            | "dictionary_comprehension"
            | "generator_expression" => self.comprehension(node),
            "yield" => self.yielded(node),
            "as_pattern" => self.as_pattern(node),
            "type" | "generic_type" | "union_type" | "member_type" | "constrained_type" => {
                self.annotation(node)
            }
            _ => self.opaque(node),
        }
    }

    /// An expression or statement in a place where its value goes nowhere.
    pub(super) fn loose(&mut self, node: Node) {
        if node.is_named() && !node.is_missing() {
            self.statement(node);
        }
    }

    /// What stands inside a node that itself says nothing.
    pub(super) fn loose_parts(&mut self, node: Node) {
        for part in all_parts(node) {
            self.loose(part);
        }
    }

    /// Any other node, with the expressions inside it.
    pub(super) fn opaque(&mut self, node: Node) -> ExprId {
        if node.is_error() {
            self.errors.insert(node.id());
        }
        let mut inside = Vec::new();
        for part in all_parts(node) {
            if super::stmt::is_statement(part.kind()) {
                self.statement(part);
            } else {
                inside.push(self.expr(part));
            }
        }
        let span = self.span(node);
        self.builder.expr(ExprKind::Opaque(inside), span)
    }

    fn name(&mut self, node: Node) -> ExprId {
        let (name, span) = (self.source(node), self.span(node));
        let kind = match name {
            "" => ExprKind::Opaque(Vec::new()),
            name if self.is_receiver(name) => ExprKind::SelfRef,
            name => ExprKind::Name(name.into()),
        };
        self.builder.expr(kind, span)
    }

    fn attribute(&mut self, node: Node) -> ExprId {
        let (Some(object), Some(attribute)) = (field(node, "object"), field(node, "attribute"))
        else {
            return self.opaque(node);
        };
        let object = self.expr(object);
        let name = self.source(attribute);
        // What is looked up on the class of the receiver is found where the receiver's own is.
        let own_class = name == "__class__" && matches!(self.kind(object), ExprKind::SelfRef);
        if own_class || name.is_empty() {
            return object;
        }
        let (name, span) = (name.into(), self.span(node));
        self.builder.expr(ExprKind::Member { object, name }, span)
    }

    fn subscript(&mut self, node: Node) -> ExprId {
        let Some(value) = field(node, "value") else {
            return self.opaque(node);
        };
        if super::types::is_generic(self.source(value)) {
            return self.annotation(node);
        }
        let span = self.span(node);
        let object = self.expr(value);
        let keys = fields(node, "subscript");
        let kind = match self.only_key(&keys) {
            Some(name) => ExprKind::Member { object, name },
            None => ExprKind::Index {
                object,
                index: keys.into_iter().map(|key| self.expr(key)).collect(),
            },
        };
        self.builder.expr(kind, span)
    }

    /// The text of the one key in brackets, if it is a literal.
    pub(super) fn only_key(&self, keys: &[Node]) -> Option<Box<str>> {
        match keys {
            [key] => self.literal(*key),
            _ => None,
        }
    }

    fn list(&mut self, node: Node) -> ExprId {
        let items = parts(node)
            .into_iter()
            .map(|element| self.item(element))
            .collect();
        let span = self.span(node);
        self.builder.expr(ExprKind::List(items), span)
    }

    pub(super) fn item(&mut self, node: Node) -> Item {
        let spread = matches!(node.kind(), "list_splat" | "list_splat_pattern");
        let inner = if spread { inner(node) } else { None };
        Item {
            value: self.expr(inner.unwrap_or(node)),
            spread,
        }
    }

    fn dictionary(&mut self, node: Node) -> ExprId {
        let mut entries = Vec::new();
        for part in parts(node) {
            match part.kind() {
                "pair" => entries.extend(self.pair(part)),
                "dictionary_splat" => {
                    if let Some(inner) = inner(part) {
                        entries.push(Entry::Spread(self.expr(inner)));
                    }
                }
                _ => self.loose(part),
            }
        }
        let span = self.span(node);
        let kind = ExprKind::Map { of: None, entries };
        self.builder.expr(kind, span)
    }

    fn pair(&mut self, node: Node) -> Option<Entry> {
        let (Some(key), Some(value)) = (field(node, "key"), field(node, "value")) else {
            self.loose_parts(node);
            return None;
        };
        if let Some(name) = self.literal(key) {
            return Some(Entry::Field(name, self.expr(value)));
        }
        let key = self.expr(key);
        let value = self.expr(value);
        Some(Entry::Computed(key, value))
    }

    /// `a if condition else b`.
    fn conditional(&mut self, node: Node) -> ExprId {
        let [then, condition, otherwise] = parts(node)[..] else {
            return self.opaque(node);
        };
        self.condition(condition);
        let values = vec![self.expr(then), self.expr(otherwise)];
        let span = self.span(node);
        self.builder.expr(ExprKind::Choice(values), span)
    }

    /// The condition of an `if`, `while`, `assert` or filter.
    pub(super) fn condition(&mut self, node: Node) -> ExprId {
        let id = self.expr(node);
        self.builder.set_parent(id, Parent::Condition);
        id
    }

    /// `(name := value)` is the name, bound.
    fn walrus(&mut self, node: Node) -> ExprId {
        let (Some(target), Some(value)) = (field(node, "name"), field(node, "value")) else {
            return self.opaque(node);
        };
        let value = self.expr(value);
        let (name, span) = (self.source(target), self.span(target));
        // It holds from its own first byte on: the name itself is the first use.
        self.bind_name(name, BindingKind::Set(value), span, span.start);
        self.builder.expr(ExprKind::Name(name.into()), span)
    }

    /// `value as target` outside of `match`: the item of a `with`, the class of an `except`.
    fn as_pattern(&mut self, node: Node) -> ExprId {
        let children = parts(node);
        let (Some(value), Some(target)) = (children.first(), field(node, "alias")) else {
            return self.opaque(node);
        };
        let value = self.expr(*value);
        self.bind_target(target, value, node.end_byte() as u32);
        value
    }

    /// `yield value`: one more result of the function; what is sent back is unknown.
    fn yielded(&mut self, node: Node) -> ExprId {
        self.yield_statement(node);
        let span = self.span(node);
        self.unknown(span)
    }

    pub(super) fn yield_statement(&mut self, node: Node) {
        let from = node.child(1).is_some_and(|word| word.kind() == "from");
        let span = self.span(node);
        if let Some(value) = parts(node).first() {
            let value = self.expr(*value);
            let value = match from {
                true => self.builder.expr(ExprKind::Element(value), span),
                false => value,
            };
            self.returned(value);
        }
    }

    /// Notes what the surrounding function gives back.
    pub(super) fn returned(&mut self, value: ExprId) {
        if let Some(function) = self.function() {
            self.builder.set_parent(value, Parent::Return(function));
            let functions = &mut self.builder.module_mut().functions;
            functions[function.0 as usize].returns.push(value);
        }
    }

    fn comprehension(&mut self, node: Node) -> ExprId {
        let span = self.span(node);
        let clauses = parts(node);
        let mut over = Vec::new();
        // The first source is evaluated outside; everything else inside the scope.
        let mut first = None;
        if let Some(clause) = clauses.iter().find(|part| part.kind() == "for_in_clause") {
            first = Some(self.elements(*clause, &mut over));
        }
        self.enter_comprehension();
        for clause in &clauses {
            match clause.kind() {
                "for_in_clause" => {
                    let elements = match first.take() {
                        Some(elements) => elements,
                        None => self.elements(*clause, &mut over),
                    };
                    self.bind_loop(*clause, elements, span.start);
                }
                "if_clause" => {
                    if let Some(condition) = inner(*clause) {
                        self.condition(condition);
                    }
                }
                _ => {}
            }
        }
        let item = match field(node, "body") {
            Some(body) if body.kind() == "pair" => self.pair_item(body),
            Some(body) => self.expr(body),
            None => self.unknown(span),
        };
        self.leave();
        self.expr_over(ExprKind::Each { item, over }, span)
    }

    fn enter_comprehension(&mut self) {
        let scope = self.builder.scope();
        let owner = match self.frames.last().map(|frame| frame.kind) {
            Some(FrameKind::Function(id)) => Owner::Function(id),
            Some(FrameKind::Class { id, .. }) => Owner::Class(id),
            _ => self.builder.module()[scope].owner,
        };
        let scope = self.builder.enter_scope(owner);
        self.enter(FrameKind::Comprehension, scope);
    }

    /// The elements that a `for … in …` clause runs over.
    fn elements(&mut self, clause: Node, over: &mut Vec<ExprId>) -> ExprId {
        let sources: Vec<ExprId> = fields(clause, "right")
            .into_iter()
            .map(|source| self.expr(source))
            .collect();
        let span = self.span(clause);
        let source = match sources[..] {
            [only] => only,
            _ => self.builder.expr(ExprKind::Opaque(sources), span),
        };
        over.push(source);
        let span = self.builder.module()[source].span;
        let source = self.again(source);
        self.builder.expr(ExprKind::Element(source), span)
    }

    fn bind_loop(&mut self, clause: Node, elements: ExprId, from: u32) {
        if let Some(target) = field(clause, "left") {
            self.bind_target(target, elements, from);
        }
    }

    fn pair_item(&mut self, pair: Node) -> ExprId {
        let entries = self.pair(pair).into_iter().collect();
        let span = self.span(pair);
        let kind = ExprKind::Map { of: None, entries };
        self.builder.expr(kind, span)
    }
}

/// The value of a number; its sign and its imaginary unit stand outside of it.
fn number(source: &str) -> f64 {
    let digits = source.replace('_', "").to_ascii_lowercase();
    let radix = |digits: &str, radix| {
        let digits = digits.trim_end_matches('l');
        u64::from_str_radix(digits, radix).map_or(f64::INFINITY, |value| value as f64)
    };
    match digits.get(..2) {
        Some("0x") => radix(&digits[2..], 16),
        Some("0o") => radix(&digits[2..], 8),
        Some("0b") => radix(&digits[2..], 2),
        _ => digits
            .trim_end_matches(['l', 'j'])
            .parse()
            .unwrap_or(f64::NAN),
    }
}
