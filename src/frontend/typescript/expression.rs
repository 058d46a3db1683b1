//! Expressions other than calls and assignments.

use super::{Lowering, field, kid, kids, types};
use crate::ir::{BinaryOp, Entry, ExprId, ExprKind, Item, Parent};
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    /// Lowers an expression; beyond the deepest nesting, to nothing known.
    pub(super) fn expr(&mut self, node: Node<'t>) -> ExprId {
        match self.deeper(node, |this| this.expr_inside(node)) {
            Some(lowered) => lowered,
            None => self.push(ExprKind::Opaque(Vec::new()), node),
        }
    }

    fn expr_inside(&mut self, node: Node<'t>) -> ExprId {
        match node.kind() {
            "identifier"
            | "shorthand_property_identifier"
            | "private_property_identifier"
            | "property_identifier"
            | "meta_property"
            | "import" => self.name(node),
            "member_expression" => self.member(node),
            "subscript_expression" => self.subscript(node),
            "call_expression" => self.call(node),
            "new_expression" => self.new_object(node),
            "string" => {
                let text = self.string_text(node);
                self.push(ExprKind::Text(text), node)
            }
            "template_string" => self.template(node),
            "object" => self.object(node),
            "array" => self.array(node),
            "arrow_function"
            | "function_expression"
            | "generator_function"
            | "method_definition" => self.lambda(node),
            "class" => self.class_value(node),
            "parenthesized_expression"
            | "await_expression"
            | "non_null_expression"
            | "as_expression"
            | "satisfies_expression"
            | "decorator"
            | "type_assertion" => match peel_once(node) {
                Some(inside) => self.expr(inside),
                None => self.opaque(node),
            },
            "binary_expression" => self.binary(node),
            "ternary_expression" => self.ternary(node),
            "unary_expression" => self.unary(node),
            "assignment_expression" => self.assignment(node),
            "augmented_assignment_expression" => self.augmented(node),
            "update_expression" => self.update(node),
            "sequence_expression" => self.sequence(node),
            "yield_expression" => self.yielded(node),
            "spread_element" => self.unspread(node),
            "instantiation_expression" => self.instantiation(node),
            kind => match constant(kind) {
                Some(constant) => self.push(constant, node),
                None => self.opaque_or_special(node),
            },
        }
    }

    fn opaque_or_special(&mut self, node: Node<'t>) -> ExprId {
        match node.kind() {
            "number" => {
                let value = number(self.source(node));
                self.push(ExprKind::Number(value), node)
            }
            "regex" => self.push(ExprKind::Opaque(Vec::new()), node),
            "jsx_element" | "jsx_self_closing_element" => self.jsx(node),
            _ => self.opaque(node),
        }
    }

    fn name(&mut self, node: Node<'t>) -> ExprId {
        let kind = match self.source(node) {
            "" => ExprKind::Opaque(Vec::new()),
            name => ExprKind::Name(name.into()),
        };
        self.push(kind, node)
    }

    /// What is not understood, with the expressions inside it.
    pub(super) fn opaque(&mut self, node: Node<'t>) -> ExprId {
        let inside = self.inside(node);
        self.push(ExprKind::Opaque(inside), node)
    }

    /// Lowers whatever stands inside a node; statements are lowered as such.
    pub(super) fn inside(&mut self, node: Node<'t>) -> Vec<ExprId> {
        kids(node)
            .into_iter()
            .filter_map(|kid| self.whatever(kid))
            .collect()
    }

    /// Lowers a node of any kind; what is no expression gives none.
    pub(super) fn whatever(&mut self, node: Node<'t>) -> Option<ExprId> {
        let kind = node.kind();
        if is_statement(kind) {
            self.statement(node);
            return None;
        }
        let mute = types::is_type(kind)
            || matches!(
                kind,
                "property_identifier"
                    | "statement_identifier"
                    | "string_fragment"
                    | "escape_sequence"
                    | "jsx_text"
                    | "jsx_closing_element"
                    | "html_character_reference"
                    | "regex_pattern"
                    | "regex_flags"
                    | "optional_chain"
                    | "accessibility_modifier"
                    | "override_modifier"
            );
        (!mute).then(|| self.expr(node))
    }

    fn member(&mut self, node: Node<'t>) -> ExprId {
        let (Some(object), Some(property)) = (field(node, "object"), field(node, "property"))
        else {
            return self.opaque(node);
        };
        let object = self.expr(object);
        let name = self.source(property).into();
        self.push(ExprKind::Member { object, name }, node)
    }

    fn subscript(&mut self, node: Node<'t>) -> ExprId {
        let (Some(object), Some(index)) = (field(node, "object"), field(node, "index")) else {
            return self.opaque(node);
        };
        let object = self.expr(object);
        let name = matches!(index.kind(), "string" | "template_string")
            .then(|| self.key(index))
            .flatten();
        let kind = match name {
            Some(name) => ExprKind::Member { object, name },
            None => {
                let index = vec![self.expr(index)];
                ExprKind::Index { object, index }
            }
        };
        self.push(kind, node)
    }

    /// `f<T>` without a call.
    fn instantiation(&mut self, node: Node<'t>) -> ExprId {
        let Some(object) = kid(node) else {
            return self.opaque(node);
        };
        let object = self.expr(object);
        let index = field(node, "type_arguments")
            .map(|arguments| self.type_arguments(arguments))
            .unwrap_or_default();
        self.push(ExprKind::Index { object, index }, node)
    }

    fn array(&mut self, node: Node<'t>) -> ExprId {
        let mut items = Vec::new();
        for element in kids(node) {
            let spread = element.kind() == "spread_element";
            let value = self.unspread(element);
            items.push(Item { value, spread });
        }
        self.push(ExprKind::List(items), node)
    }

    /// The value of an element or argument, without the dots of a spread.
    pub(super) fn unspread(&mut self, node: Node<'t>) -> ExprId {
        match kid(node) {
            Some(inside) if node.kind() == "spread_element" => self.expr(inside),
            None if node.kind() == "spread_element" => self.opaque(node),
            _ => self.expr(node),
        }
    }

    fn object(&mut self, node: Node<'t>) -> ExprId {
        let mut entries = Vec::new();
        for entry in kids(node) {
            let lowered = self.entry(entry);
            entries.push(lowered);
        }
        self.push(ExprKind::Map { of: None, entries }, node)
    }

    fn entry(&mut self, node: Node<'t>) -> Entry {
        let (key, value) = match node.kind() {
            "pair" => (field(node, "key"), field(node, "value")),
            "method_definition" => (field(node, "name"), Some(node)),
            "shorthand_property_identifier" => (Some(node), Some(node)),
            _ => return Entry::Spread(self.unspread(node)),
        };
        let (Some(key), Some(value)) = (key, value) else {
            return Entry::Spread(self.opaque(node));
        };
        match self.key(key) {
            Some(name) => {
                let value = self.named_value(value, &name, key);
                Entry::Field(name, value)
            }
            None => {
                let computed = match kid(key) {
                    Some(inside) if key.kind() == "computed_property_name" => self.expr(inside),
                    _ => self.expr(key),
                };
                Entry::Computed(computed, self.expr(value))
            }
        }
    }

    /// A value that takes its name from where it is put, if it is a function.
    pub(super) fn named_value(&mut self, value: Node<'t>, name: &str, at: Node<'t>) -> ExprId {
        if let Some(function) = self.function_of(value) {
            return self.named_lambda(function, name, at);
        }
        match self.bound(peel(value), name, at) {
            Some(bound) => bound,
            None => self.expr(value),
        }
    }

    /// `a op b op c …`, which the parser nests to the left. `+`, `||` and `??` become flat lists,
    /// with a loop since prompts of hundreds of concatenated lines exist.
    fn binary(&mut self, node: Node<'t>) -> ExprId {
        let chain = Chain::of(self.operator(node));
        if chain == Chain::None {
            return self.two_operands(node);
        }
        let mut operands = Vec::new();
        let mut at = node;
        while let (Some(left), Some(right)) = (field(at, "left"), field(at, "right")) {
            operands.push(right);
            let next = peel_parentheses(left);
            let goes_on = next.kind() == "binary_expression"
                && Chain::of(self.operator(next)) == chain
                && field(next, "left").is_some()
                && field(next, "right").is_some();
            if !goes_on {
                operands.push(left);
                break;
            }
            at = next;
        }
        let operands = operands.into_iter().rev().map(|at| self.expr(at)).collect();
        let kind = match chain {
            Chain::Plus => ExprKind::Concat(operands),
            _ => ExprKind::Choice(operands),
        };
        self.push(kind, node)
    }

    fn operator(&self, node: Node<'t>) -> &'t str {
        field(node, "operator").map_or("", |operator| self.source(operator))
    }

    fn two_operands(&mut self, node: Node<'t>) -> ExprId {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.opaque(node);
        };
        let op = match self.operator(node) {
            "==" | "===" => BinaryOp::Equal,
            "!=" | "!==" => BinaryOp::NotEqual,
            "<" | "<=" | ">" | ">=" => BinaryOp::Compare,
            "&&" => BinaryOp::And,
            "in" => BinaryOp::In,
            "|" => BinaryOp::Pipe,
            "-" => BinaryOp::Minus,
            "*" => BinaryOp::Times,
            "/" => BinaryOp::Divide,
            "**" => BinaryOp::Power,
            "<<" => BinaryOp::Shift,
            _ => BinaryOp::Other,
        };
        let left = self.expr(left);
        let right = self.expr(right);
        self.push(ExprKind::Binary { op, left, right }, node)
    }

    fn ternary(&mut self, node: Node<'t>) -> ExprId {
        self.condition(field(node, "condition"));
        let arms = ["consequence", "alternative"]
            .into_iter()
            .filter_map(|arm| field(node, arm))
            .collect::<Vec<_>>();
        let arms = arms.into_iter().map(|arm| self.expr(arm)).collect();
        self.push(ExprKind::Choice(arms), node)
    }

    /// Lowers a condition, where there is one.
    pub(super) fn condition(&mut self, node: Option<Node<'t>>) -> Option<ExprId> {
        let condition = self.expr(node?);
        self.b.set_parent(condition, Parent::Condition);
        Some(condition)
    }

    fn unary(&mut self, node: Node<'t>) -> ExprId {
        let Some(argument) = field(node, "argument") else {
            return self.opaque(node);
        };
        match self.operator(node) {
            "-" if argument.kind() == "number" => {
                let value = -number(self.source(argument));
                self.push(ExprKind::Number(value), node)
            }
            operator @ ("!" | "-" | "+" | "~") => {
                let not = operator == "!";
                let operand = self.expr(argument);
                self.push(ExprKind::Unary { not, operand }, node)
            }
            _ => self.opaque(node),
        }
    }

    /// `a, b` is worth its last.
    fn sequence(&mut self, node: Node<'t>) -> ExprId {
        let mut last = None;
        for kid in kids(node) {
            last = Some(self.expr(kid));
        }
        match last {
            Some(last) => last,
            None => self.opaque(node),
        }
    }

    /// What is yielded is returned; what the `yield` itself is worth is not known.
    fn yielded(&mut self, node: Node<'t>) -> ExprId {
        if let Some(inside) = kid(node) {
            let value = self.expr(inside);
            self.returned(value);
        }
        self.push(ExprKind::Opaque(Vec::new()), node)
    }

    /// An element's component and all that is put into it.
    fn jsx(&mut self, node: Node<'t>) -> ExprId {
        let mut inside = Vec::new();
        for part in kids(node) {
            match part.kind() {
                "jsx_opening_element" => self.jsx_tag(part, &mut inside),
                "jsx_text" | "jsx_closing_element" | "html_character_reference" => {}
                _ if node.kind() == "jsx_self_closing_element" => {
                    self.jsx_tag(node, &mut inside);
                    break;
                }
                "jsx_expression" => inside.extend(self.inside(part)),
                _ => inside.push(self.expr(part)),
            }
        }
        self.push(ExprKind::Opaque(inside), node)
    }

    fn jsx_tag(&mut self, node: Node<'t>, inside: &mut Vec<ExprId>) {
        for part in kids(node) {
            match part.kind() {
                "identifier" if !self.is_component(part) => {}
                "jsx_attribute" => {
                    let value = kids(part).into_iter().nth(1);
                    inside.extend(value.and_then(|value| self.jsx_value(value)));
                }
                "jsx_expression" => inside.extend(self.inside(part)),
                kind if types::is_type(kind) || kind == "jsx_namespace_name" => {}
                _ => inside.push(self.expr(part)),
            }
        }
    }

    /// `div` is an element of the page, `Prompt` a component.
    fn is_component(&self, name: Node<'t>) -> bool {
        !self
            .source(name)
            .starts_with(|first: char| first.is_ascii_lowercase())
    }

    fn jsx_value(&mut self, value: Node<'t>) -> Option<ExprId> {
        match value.kind() {
            "string" => {
                let text = self.attribute_text(value);
                Some(self.push(ExprKind::Text(text), value))
            }
            "jsx_expression" => Some(self.unspread(kid(value)?)),
            _ => Some(self.expr(value)),
        }
    }
}

/// The operators whose chains become one flat list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chain {
    Plus,
    Either,
    None,
}

impl Chain {
    fn of(operator: &str) -> Chain {
        match operator {
            "+" => Chain::Plus,
            "||" | "??" => Chain::Either,
            _ => Chain::None,
        }
    }
}

fn constant(kind: &str) -> Option<ExprKind> {
    Some(match kind {
        "this" => ExprKind::SelfRef,
        "super" => ExprKind::SuperRef,
        "null" | "undefined" => ExprKind::Null,
        "true" => ExprKind::Bool(true),
        "false" => ExprKind::Bool(false),
        _ => return None,
    })
}

/// The value of a number literal.
fn number(source: &str) -> f64 {
    let plain: String = source.chars().filter(|c| *c != '_').collect();
    let plain = plain.trim_end_matches('n').to_ascii_lowercase();
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(prefix, radix)| Some((plain.strip_prefix(prefix)?, radix)));
    match radix {
        Some((digits, radix)) => {
            let value = u128::from_str_radix(digits, radix);
            value.map_or(f64::NAN, |value| value as f64)
        }
        None => plain.parse().unwrap_or(f64::NAN),
    }
}

fn is_statement(kind: &str) -> bool {
    kind.ends_with("_statement")
        || kind.ends_with("_declaration")
        || matches!(
            kind,
            "statement_block"
                | "internal_module"
                | "module"
                | "import_alias"
                | "function_signature"
        )
}

pub(super) fn is_function(kind: &str) -> bool {
    matches!(
        kind,
        "arrow_function" | "function_expression" | "generator_function" | "method_definition"
    )
}

/// What a wrapper that changes no value (`(x)`, `await x`, `x!`, `x as T`) is put around.
fn peel_once(node: Node<'_>) -> Option<Node<'_>> {
    match node.kind() {
        "parenthesized_expression"
        | "await_expression"
        | "non_null_expression"
        | "as_expression"
        | "satisfies_expression"
        | "decorator" => kid(node),
        "type_assertion" => kids(node).into_iter().next_back(),
        _ => None,
    }
}

/// An expression without all such wrappers.
pub(super) fn peel(mut node: Node<'_>) -> Node<'_> {
    while let Some(inside) = peel_once(node) {
        node = inside;
    }
    node
}

fn peel_parentheses(mut node: Node<'_>) -> Node<'_> {
    while node.kind() == "parenthesized_expression"
        && let Some(inside) = kid(node)
    {
        node = inside;
    }
    node
}
