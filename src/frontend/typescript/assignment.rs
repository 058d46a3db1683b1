//! Assignments: to names, members and patterns.

use super::expression::peel;
use super::pattern::Target;
use super::{Lowering, field, kid};
use crate::ir::{BinaryOp, BindingKind, ExprId, ExprKind, Extend};
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    /// `left = right`; worth what is assigned.
    pub(super) fn assignment(&mut self, node: Node<'t>) -> ExprId {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.opaque(node);
        };
        let left = peel(left);
        if self.assigns_exports(left)
            && let Some(value) = self.exports_assigned(left, right)
        {
            return value;
        }
        let target = Target::Assign {
            from: node.end_byte(),
        };
        if self.bind_required(left, right, &target) {
            return self.push(ExprKind::Opaque(Vec::new()), right);
        }
        let name = field(left, "property").unwrap_or(left);
        let known = self
            .key(name)
            .filter(|_| left.kind() != "subscript_expression");
        self.note_runner(self.source(left).to_owned(), right);
        let value = match known {
            Some(known) => self.named_value(right, &known, name),
            None => self.expr(right),
        };
        self.bind_pattern(left, value, &target);
        value
    }

    /// `left op= right`
    pub(super) fn augmented(&mut self, node: Node<'t>) -> ExprId {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.opaque(node);
        };
        let operator = field(node, "operator").map_or("", |operator| self.source(operator));
        let target = self.expr(left);
        let value = self.expr(right);
        let kind = match operator {
            "+=" => {
                let how = Extend::Concat;
                BindingKind::Extend { value, how }
            }
            "||=" | "??=" => {
                let either = self.push(ExprKind::Choice(vec![target, value]), node);
                BindingKind::Set(either)
            }
            _ => {
                let op = BinaryOp::Other;
                let (left, right) = (target, value);
                let result = self.push(ExprKind::Binary { op, left, right }, node);
                BindingKind::Set(result)
            }
        };
        self.bind_place(target, kind, node.end_byte());
        value
    }

    /// `x++`, `--x`: counted, hence no longer known.
    pub(super) fn update(&mut self, node: Node<'t>) -> ExprId {
        let Some(argument) = field(node, "argument").or_else(|| kid(node)) else {
            return self.opaque(node);
        };
        let target = self.expr(argument);
        let counted = self.push(ExprKind::Opaque(vec![target]), node);
        self.bind_place(target, BindingKind::Set(counted), node.end_byte());
        counted
    }

    /// Binds a member that is assigned to: `object.name = …`, `object["name"] = …`.
    pub(super) fn bind_member_at(&mut self, place: Node<'t>, value: ExprId, from: usize) {
        let Some(object) = field(place, "object") else {
            return;
        };
        let name = field(place, "property").or_else(|| field(place, "index"));
        let object = self.expr(object);
        let Some(name) = name else { return };
        let literal = match name.kind() {
            "identifier" | "number" => None,
            _ => self.key(name),
        };
        match literal {
            Some(key) => {
                let span = self.span(name);
                let kind = BindingKind::Set(value);
                self.b.bind_member(object, &key, kind, span, from as u32);
            }
            None => {
                let index = vec![self.expr(name)];
                self.push(ExprKind::Index { object, index }, place);
            }
        }
    }
}
