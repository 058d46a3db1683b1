//! Operators: sums of texts, `%` as format, choices, conditions and comparisons.

use super::{Lowerer, field, parts};
use crate::ir::{Arg, BinaryOp, BindingKind, ExprId, ExprKind, FormatStyle};
use crate::source::Span;
use tree_sitter::Node;

impl Lowerer<'_> {
    pub(super) fn binary(&mut self, node: Node) -> ExprId {
        let operator = operator(node);
        if operator == "+" {
            return self.sum(node);
        }
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.opaque(node);
        };
        let span = self.span(node);
        let left = self.expr(left);
        if operator == "%" {
            return self.percent(left, right, span);
        }
        let right = self.expr(right);
        let op = match operator {
            "|" => BinaryOp::Pipe,
            "-" => BinaryOp::Minus,
            "*" => BinaryOp::Times,
            "/" => BinaryOp::Divide,
            "//" => BinaryOp::Floor,
            "**" => BinaryOp::Power,
            "<<" => BinaryOp::Shift,
            _ => BinaryOp::Other,
        };
        self.builder
            .expr(ExprKind::Binary { op, left, right }, span)
    }

    /// `a + b + c`, flattened on the tree so that no inner sum is left over in the arena.
    fn sum(&mut self, node: Node) -> ExprId {
        let mut waiting = vec![node];
        let mut terms = Vec::new();
        while let Some(next) = waiting.pop() {
            let inner = match next.kind() {
                "parenthesized_expression" => parts(next).first().copied(),
                _ => None,
            };
            let term = inner
                .filter(|inner| inner.kind() == "binary_operator" && operator(*inner) == "+")
                .unwrap_or(next);
            let sides = (field(term, "left"), field(term, "right"));
            match sides {
                (Some(left), Some(right))
                    if term.kind() == "binary_operator" && operator(term) == "+" =>
                {
                    waiting.push(right);
                    waiting.push(left);
                }
                _ => terms.push(self.expr(next)),
            }
        }
        let span = self.span(node);
        self.builder.expr(ExprKind::Concat(terms), span)
    }

    /// `template % operands`, unless it is arithmetic.
    pub(super) fn percent(&mut self, left: ExprId, right: Node, span: Span) -> ExprId {
        if !self.is_format(left, right) {
            let right = self.expr(right);
            let op = BinaryOp::Other;
            return self
                .builder
                .expr(ExprKind::Binary { op, left, right }, span);
        }
        let operands = match right.kind() {
            "tuple" => parts(right),
            _ => vec![right],
        };
        let args = operands
            .into_iter()
            .map(|operand| {
                let item = self.item(operand);
                Arg {
                    name: None,
                    value: item.value,
                    spread: item.spread,
                }
            })
            .collect();
        let kind = ExprKind::Format {
            template: left,
            args,
            style: FormatStyle::Percent,
        };
        self.builder.expr(kind, span)
    }

    /// Whether `left % right` fills a template: by what the left side is where that is known, else
    /// by what only a template takes on the right.
    fn is_format(&self, left: ExprId, right: Node) -> bool {
        match self.kind(left) {
            ExprKind::Name(name) => {
                self.was_text(name)
                    || takes_only_text(right)
                    || right.kind() != "integer" && self.import_of(name).is_some()
            }
            ExprKind::Member { .. } | ExprKind::Index { .. } | ExprKind::Call { .. } => {
                takes_only_text(right)
                    || matches!(right.kind(), "identifier" | "attribute" | "subscript")
                        && !matches!(self.kind(left), ExprKind::Call { .. })
            }
            _ => self.is_text(left),
        }
    }

    /// Whether a name was given text before.
    fn was_text(&self, name: &str) -> bool {
        let module = self.builder.module();
        let bindings = self
            .scope_of(name)
            .and_then(|scope| module[scope].bindings.get(name));
        bindings
            .into_iter()
            .flatten()
            .any(|binding| match module[*binding].kind {
                BindingKind::Set(value) | BindingKind::Extend { value, .. } => self.is_text(value),
                _ => false,
            })
    }

    /// Whether an expression is text by its own shape.
    fn is_text(&self, id: ExprId) -> bool {
        match self.kind(id) {
            ExprKind::Text(_)
            | ExprKind::Template(_)
            | ExprKind::Format { .. }
            | ExprKind::Join { .. }
            | ExprKind::Replace { .. } => true,
            ExprKind::Concat(values) | ExprKind::Choice(values) => {
                values.iter().any(|value| self.is_text(*value))
            }
            _ => false,
        }
    }

    pub(super) fn boolean(&mut self, node: Node) -> ExprId {
        let span = self.span(node);
        if operator(node) == "or" {
            let mut waiting = vec![node];
            let mut values = Vec::new();
            while let Some(next) = waiting.pop() {
                match (field(next, "left"), field(next, "right")) {
                    (Some(left), Some(right))
                        if next.kind() == "boolean_operator" && operator(next) == "or" =>
                    {
                        waiting.push(right);
                        waiting.push(left);
                    }
                    _ => values.push(self.expr(next)),
                }
            }
            return self.builder.expr(ExprKind::Choice(values), span);
        }
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.opaque(node);
        };
        let left = self.expr(left);
        let right = self.expr(right);
        let op = BinaryOp::And;
        self.builder
            .expr(ExprKind::Binary { op, left, right }, span)
    }

    /// `a < b`, and `a < b < c` as `a < b and b < c`.
    pub(super) fn comparison(&mut self, node: Node) -> ExprId {
        let operators: Vec<&str> = {
            let mut cursor = node.walk();
            node.children_by_field_name("operators", &mut cursor)
                .map(|operator| operator.kind())
                .collect()
        };
        let mut operands = parts(node)
            .into_iter()
            .filter(|part| !matches!(part.kind(), "not in" | "is not"));
        let Some(first) = operands.next() else {
            return self.opaque(node);
        };
        let mut left = self.expr(first);
        let mut whole: Option<ExprId> = None;
        for (operator, operand) in operators.iter().zip(operands) {
            let right = self.expr(operand);
            let start = self.builder.module()[left].span.start as usize;
            let span = self.builder.span(start, operand.end_byte());
            let op = comparison_op(operator);
            let pair = self.expr_over(ExprKind::Binary { op, left, right }, span);
            whole = Some(match whole {
                None => pair,
                Some(before) => {
                    let span = self.builder.span(node.start_byte(), operand.end_byte());
                    let kind = ExprKind::Binary {
                        op: BinaryOp::And,
                        left: before,
                        right: pair,
                    };
                    self.builder.expr(kind, span)
                }
            });
            if operators.len() > 1 {
                left = self.again(right);
            }
        }
        whole.unwrap_or(left)
    }

    pub(super) fn unary(&mut self, node: Node) -> ExprId {
        let Some(argument) = field(node, "argument") else {
            return self.opaque(node);
        };
        let operand = self.expr(argument);
        let not = node.kind() == "not_operator";
        let span = self.span(node);
        self.builder.expr(ExprKind::Unary { not, operand }, span)
    }
}

/// The operator of a binary or boolean node.
fn operator<'n>(node: Node<'n>) -> &'n str {
    field(node, "operator").map_or("", |operator| operator.kind())
}

fn comparison_op(operator: &str) -> BinaryOp {
    match operator {
        "==" | "is" => BinaryOp::Equal,
        "!=" | "<>" | "is not" => BinaryOp::NotEqual,
        "in" => BinaryOp::In,
        "not in" => BinaryOp::NotIn,
        _ => BinaryOp::Compare,
    }
}

/// Whether only a template can take this to the right of `%`.
fn takes_only_text(right: Node) -> bool {
    matches!(
        right.kind(),
        "tuple" | "dictionary" | "string" | "concatenated_string"
    )
}
