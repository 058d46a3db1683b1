//! Patterns: what `{ a, b: c = 1, ...rest }` and `[first, second]` bind.

use super::expression::peel;
use super::{Lowering, field, kid, kids};
use crate::ir::{BindingId, BindingKind, ExprId, ExprKind, Name, ScopeId};
use crate::source::Span;
use tree_sitter::Node;

/// How the names of a pattern are bound.
pub(super) enum Target {
    /// `let`, `const`, `var`, a loop variable: declared in `scope`, from byte `from` on.
    Declare {
        scope: ScopeId,
        block_scoped: bool,
        from: usize,
    },
    /// Assigned to; declared elsewhere.
    Assign { from: usize },
}

impl Target {
    pub(super) fn from(&self) -> usize {
        match self {
            Target::Declare { from, .. } | Target::Assign { from } => *from,
        }
    }
}

/// A value that the parts of a pattern are taken from.
enum Whole {
    /// Used by a single part.
    Once(ExprId),
    /// A name, which every part can say again.
    Named(Name, Span),
}

impl<'t> Lowering<'t> {
    /// Binds all names in a pattern to their parts of `value`.
    pub(super) fn bind_pattern(&mut self, pattern: Node<'t>, value: ExprId, target: &Target) {
        self.deeper(pattern, |this| {
            this.bind_pattern_inside(pattern, value, target);
        });
    }

    fn bind_pattern_inside(&mut self, pattern: Node<'t>, value: ExprId, target: &Target) {
        match pattern.kind() {
            "identifier" | "shorthand_property_identifier_pattern" => {
                let name = self.source(pattern);
                let span = self.span(pattern);
                self.bind_to(name, BindingKind::Set(value), span, target);
            }
            "object_pattern" | "object" => self.bind_object(pattern, value, target),
            "array_pattern" | "array" => self.bind_array(pattern, value, target),
            "assignment_pattern" | "object_assignment_pattern" | "assignment_expression" => {
                self.bind_default(pattern, value, target);
            }
            "member_expression" | "subscript_expression" => {
                self.bind_member_at(pattern, value, target.from());
            }
            "non_null_expression" | "parenthesized_expression" | "as_expression" => {
                self.bind_pattern(peel(pattern), value, target);
            }
            _ => {
                self.inside(pattern);
            }
        }
    }

    /// Binds a name as the target says.
    pub(super) fn bind_to(
        &mut self,
        name: &str,
        kind: BindingKind,
        span: Span,
        target: &Target,
    ) -> BindingId {
        match *target {
            Target::Declare {
                scope,
                block_scoped,
                from,
            } => {
                let id = self.b.bind_in(scope, name, kind, span, from as u32);
                if block_scoped {
                    self.b.block_scoped(id);
                }
                id
            }
            Target::Assign { from } => self.bind_assigned(name, kind, span, from as u32),
        }
    }

    fn bind_object(&mut self, pattern: Node<'t>, value: ExprId, target: &Target) {
        let parts = kids(pattern);
        let whole = self.whole(pattern, value, parts.len());
        for part in parts {
            let object = self.again(&whole);
            match part.kind() {
                "rest_pattern" | "spread_element" => {
                    if let Some(name) = kid(part) {
                        self.bind_pattern(name, object, target);
                    }
                }
                "pair_pattern" | "pair" => {
                    let (Some(key), Some(inner)) = (field(part, "key"), field(part, "value"))
                    else {
                        continue;
                    };
                    let member = self.part_by_key(object, key, part);
                    self.bind_pattern(inner, member, target);
                }
                _ => {
                    let key = field(part, "left").unwrap_or(part);
                    let member = self.part_by_key(object, key, part);
                    self.bind_pattern(part, member, target);
                }
            }
        }
    }

    fn part_by_key(&mut self, object: ExprId, key: Node<'t>, part: Node<'t>) -> ExprId {
        let kind = match self.key(key) {
            Some(name) => ExprKind::Member { object, name },
            None => {
                let index = vec![self.expr(kid(key).unwrap_or(key))];
                ExprKind::Index { object, index }
            }
        };
        self.push(kind, part)
    }

    fn bind_array(&mut self, pattern: Node<'t>, value: ExprId, target: &Target) {
        let parts = positions(pattern);
        let whole = self.whole(pattern, value, parts.len());
        for (position, part) in parts {
            let object = self.again(&whole);
            if matches!(part.kind(), "rest_pattern" | "spread_element") {
                let rest = self.push(ExprKind::Opaque(vec![object]), part);
                if let Some(name) = kid(part) {
                    self.bind_pattern(name, rest, target);
                }
                continue;
            }
            let index = vec![self.push(ExprKind::Number(position as f64), part)];
            let element = self.push(ExprKind::Index { object, index }, part);
            self.bind_pattern(part, element, target);
        }
    }

    /// `left = default`: one of the two.
    fn bind_default(&mut self, pattern: Node<'t>, value: ExprId, target: &Target) {
        let (Some(left), Some(right)) = (field(pattern, "left"), field(pattern, "right")) else {
            return;
        };
        let default = self.expr(right);
        let either = self.push(ExprKind::Choice(vec![value, default]), pattern);
        self.bind_pattern(left, either, target);
    }

    /// Makes a value usable by several parts: what is no name is held under an invented one.
    fn whole(&mut self, pattern: Node<'t>, value: ExprId, parts: usize) -> Whole {
        let expr = &self.b.module()[value];
        match &expr.kind {
            _ if parts == 1 => Whole::Once(value),
            ExprKind::Name(name) => Whole::Named(name.clone(), expr.span),
            _ => {
                let span = self.span(pattern);
                let name = self.hold(BindingKind::Set(value), span);
                Whole::Named(name, span)
            }
        }
    }

    fn again(&mut self, whole: &Whole) -> ExprId {
        match whole {
            Whole::Once(value) => *value,
            Whole::Named(name, span) => self.b.expr(ExprKind::Name(name.clone()), *span),
        }
    }

    /// Binds an invented name, and says which.
    pub(super) fn hold(&mut self, kind: BindingKind, span: Span) -> Name {
        let name: Name = invented(span).into();
        let id = self.b.bind(&name, kind, span, span.start);
        self.b.block_scoped(id);
        name
    }
}

/// A name that no source can contain.
pub(super) fn invented(span: Span) -> String {
    format!("{{{}}}", span.start)
}

/// The elements of an array pattern with their positions, of which some may be left out.
fn positions(pattern: Node<'_>) -> Vec<(usize, Node<'_>)> {
    let mut parts = Vec::new();
    let mut position = 0;
    for child in pattern.children(&mut pattern.walk()) {
        if child.kind() == "," {
            position += 1;
        } else if child.is_named() && child.kind() != "comment" {
            parts.push((position, child));
        }
    }
    parts
}
