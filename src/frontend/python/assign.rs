//! Assignments: what gets which value, through unpacking, members and elements.

use super::{FrameKind, Lowerer, field, fields, inner, parts};
use crate::ir::{BinaryOp, BindingId, BindingKind, ExprId, ExprKind, Extend, Owner, Text};
use tree_sitter::Node;

impl Lowerer<'_> {
    /// `a = b = value`, `a: T = value`, `a: T`.
    pub(super) fn assignment(&mut self, node: Node) {
        let from = node.end_byte() as u32;
        let mut targets = Vec::new();
        let mut annotation = None;
        let mut value = Some(node);
        while let Some(link) = value.filter(|value| value.kind() == "assignment") {
            targets.extend(field(link, "left"));
            annotation = annotation.or(field(link, "type"));
            value = field(link, "right");
        }
        match (value, &targets[..]) {
            (None, _) => self.declare(&targets, annotation, from),
            (Some(value), [target]) if self.pairwise(*target, value, from) => {}
            (Some(value), _) => self.assign(&targets, value, annotation, from),
        }
    }

    fn assign(&mut self, targets: &[Node], value: Node, annotation: Option<Node>, from: u32) {
        let value = match targets {
            [target] => {
                self.note_runner(*target, value);
                self.named_value(*target, value)
            }
            _ => self.expr(value),
        };
        for (number, target) in targets.iter().enumerate() {
            if self.imported_by_call(*target, value) {
                continue;
            }
            let value = match number {
                0 => self.enum_value(*target, value),
                _ => self.again(value),
            };
            let bound = self.bind_target(*target, value, from);
            self.annotate(bound, annotation);
        }
    }

    /// What a target is given; a function without a name has the target's where others may call it by
    /// that: a module's, a class's or an object's.
    fn named_value(&mut self, target: Node, value: Node) -> ExprId {
        let name = match target.kind() {
            "attribute" => field(target, "attribute").map(|name| self.source(name)),
            "identifier" if !self.in_function() => Some(self.source(target)),
            _ => None,
        };
        match (name, value.kind()) {
            (Some(name), "lambda") => self.lambda(value, name),
            (Some(name), _) if self.is_partial(value) => self.partial(value, name),
            _ => self.expr(value),
        }
    }

    fn in_function(&self) -> bool {
        let module = self.builder.module();
        matches!(module[self.builder.scope()].owner, Owner::Function(_))
    }

    /// `name: Type` without a value.
    fn declare(&mut self, targets: &[Node], annotation: Option<Node>, from: u32) {
        for target in targets {
            let span = self.span(*target);
            let bound = match target.kind() {
                "identifier" => {
                    let name = self.source(*target);
                    self.bind_name(name, BindingKind::Declared, span, from)
                }
                "attribute" => self.bind_attribute(*target, BindingKind::Declared, from),
                _ => {
                    self.loose(*target);
                    None
                }
            };
            self.annotate(bound, annotation);
        }
    }

    fn annotate(&mut self, bound: Option<BindingId>, annotation: Option<Node>) {
        if let Some(annotation) = annotation {
            let annotation = self.annotation(annotation);
            match bound {
                Some(bound) => self.builder.annotate(bound, annotation),
                None => self
                    .builder
                    .set_parent(annotation, crate::ir::Parent::Declaration),
            }
        }
    }

    /// `a, b = x, y`: each gets its own.
    fn pairwise(&mut self, target: Node, value: Node, from: u32) -> bool {
        let is_tuple = |node: Node| {
            matches!(
                node.kind(),
                "pattern_list" | "tuple_pattern" | "list_pattern" | "expression_list" | "tuple"
            ) || node.kind() == "list"
        };
        if !is_tuple(target) || !is_tuple(value) {
            return false;
        }
        let (targets, values) = (parts(target), parts(value));
        let spread = |node: &Node| node.kind().starts_with("list_splat");
        if targets.len() != values.len() || targets.iter().chain(&values).any(spread) {
            return false;
        }
        let values: Vec<ExprId> = values.into_iter().map(|value| self.expr(value)).collect();
        for (target, value) in targets.into_iter().zip(values) {
            self.bind_target(target, value, from);
        }
        true
    }

    /// Binds whatever stands on the left of a value. `None` where nothing or several names are.
    pub(super) fn bind_target(
        &mut self,
        target: Node,
        value: ExprId,
        from: u32,
    ) -> Option<BindingId> {
        let kind = BindingKind::Set(value);
        match target.kind() {
            "identifier" | "keyword_identifier" => {
                let (name, span) = (self.source(target), self.span(target));
                self.bind_name(name, kind, span, from)
            }
            "attribute" => self.bind_attribute(target, kind, from),
            "subscript" => self.bind_element(target, kind, from),
            "pattern_list" | "tuple_pattern" | "list_pattern" | "tuple" | "list"
            | "expression_list" => {
                self.unpack(target, value, from);
                None
            }
            "as_pattern_target"
            | "parenthesized_expression"
            | "list_splat_pattern"
            | "list_splat" => {
                let inner = inner(target)?;
                self.deeper(target, |lowerer, _| lowerer.bind_target(inner, value, from))
                    .flatten()
            }
            _ => {
                self.loose(target);
                None
            }
        }
    }

    /// `a, *b = value`: elements by number.
    fn unpack(&mut self, targets: Node, value: ExprId, from: u32) {
        let mut whole = Some(value);
        let mut counted = true;
        for (number, target) in parts(targets).into_iter().enumerate() {
            let span = self.span(target);
            let rest = target.kind().starts_with("list_splat");
            counted &= !rest;
            let index = match counted {
                true => self.builder.expr(ExprKind::Number(number as f64), span),
                false => self.unknown(span),
            };
            let object = match whole.take() {
                Some(first) => first,
                None => self.again(value),
            };
            let kind = ExprKind::Index {
                object,
                index: vec![index],
            };
            let element = self.expr_over(kind, span);
            self.deeper(target, |lowerer, target| {
                lowerer.bind_target(target, element, from);
            });
        }
    }

    /// `object.name = …`.
    fn bind_attribute(&mut self, target: Node, kind: BindingKind, from: u32) -> Option<BindingId> {
        let object = self.expr(field(target, "object")?);
        let attribute = field(target, "attribute")?;
        let (name, span) = (self.source(attribute), self.span(attribute));
        Some(self.builder.bind_member(object, name, kind, span, from))
    }

    /// `object["name"] = …`; with a computed key, a member without a name.
    fn bind_element(&mut self, target: Node, kind: BindingKind, from: u32) -> Option<BindingId> {
        let object = self.expr(field(target, "value")?);
        let keys = fields(target, "subscript");
        let span = self.span(*keys.first()?);
        let name = self.only_key(&keys).unwrap_or_default();
        if name.is_empty() {
            for key in keys {
                self.loose(key);
            }
        }
        Some(self.builder.bind_member(object, &name, kind, span, from))
    }

    /// `target += value` and its kind.
    pub(super) fn augmented(&mut self, node: Node) {
        let (Some(target), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return self.loose_parts(node);
        };
        let from = node.end_byte() as u32;
        let operator = field(node, "operator").map_or("", |operator| operator.kind());
        let kind = match operator {
            "+=" | "|=" => BindingKind::Extend {
                value: self.expr(right),
                how: match operator {
                    "+=" => Extend::Concat,
                    _ => Extend::Merge,
                },
            },
            _ => BindingKind::Set(self.computed(target, operator, right, node)),
        };
        match target.kind() {
            "attribute" => self.bind_attribute(target, kind, from),
            "subscript" => self.bind_element(target, kind, from),
            _ => {
                let (name, span) = (self.source(target), self.span(target));
                self.bind_name(name, kind, span, from)
            }
        };
    }

    fn computed(&mut self, target: Node, operator: &str, right: Node, node: Node) -> ExprId {
        let left = self.expr(target);
        let span = self.span(node);
        if operator == "%=" {
            return self.percent(left, right, span);
        }
        let right = self.expr(right);
        let op = BinaryOp::Other;
        self.builder
            .expr(ExprKind::Binary { op, left, right }, span)
    }

    /// `NAME = auto()` in an enum has its name for a value; `StrEnum` says it in lower case, which
    /// is the same word.
    fn enum_value(&mut self, target: Node, value: ExprId) -> ExprId {
        let in_enum = self
            .frames
            .last()
            .is_some_and(|frame| matches!(frame.kind, FrameKind::Class { is_enum: true, .. }));
        if !in_enum || target.kind() != "identifier" {
            return value;
        }
        let ExprKind::Call { callee, args } = self.kind(value) else {
            return value;
        };
        let is_auto = match self.kind(*callee) {
            ExprKind::Name(name) | ExprKind::Member { name, .. } => &**name == "auto",
            _ => false,
        };
        if !is_auto || !args.is_empty() {
            return value;
        }
        let text = Text {
            value: self.source(target).into(),
            runs: vec![crate::ir::Run {
                at: 0,
                source: target.start_byte() as u32,
            }],
        };
        let span = self.span(target);
        self.builder.expr(ExprKind::Text(text), span)
    }

    /// What a call of a method does to its receiver: `x.append(y)`, `x.update({…})`.
    pub(super) fn extension(&mut self, call: ExprId) {
        let ExprKind::Call { callee, args } = self.kind(call) else {
            return;
        };
        let ExprKind::Member { object, name } = self.kind(*callee) else {
            return;
        };
        let object = *object;
        let positional: Vec<ExprId> = args
            .iter()
            .filter(|arg| arg.name.is_none() && !arg.spread)
            .map(|arg| arg.value)
            .collect();
        let (value, how) = match (&**name, &positional[..]) {
            ("append", [value]) => (*value, Extend::Append),
            ("appendleft", [value]) => (*value, Extend::Prepend),
            ("insert", [at, value]) => match self.kind(*at) {
                ExprKind::Number(0.0) => (*value, Extend::Prepend),
                _ => (*value, Extend::Append),
            },
            ("extend", [value]) => (*value, Extend::Concat),
            ("update", [value]) => (*value, Extend::Merge),
            ("update", []) => return self.set_fields(object, call),
            _ => return,
        };
        self.extend(object, BindingKind::Extend { value, how }, call);
    }

    /// `d.update(key=value)`.
    fn set_fields(&mut self, object: ExprId, call: ExprId) {
        let ExprKind::Call { args, .. } = self.kind(call) else {
            return;
        };
        let set: Vec<(Box<str>, ExprId)> = args
            .iter()
            .filter_map(|arg| Some((arg.name.clone()?, arg.value)))
            .collect();
        let span = self.builder.module()[call].span;
        for (name, value) in set {
            let kind = BindingKind::Set(value);
            self.builder
                .bind_member(object, &name, kind, span, span.end);
        }
    }

    fn extend(&mut self, object: ExprId, kind: BindingKind, call: ExprId) {
        let module = self.builder.module();
        let (span, from) = (module[object].span, module[call].span.end);
        match &module[object].kind {
            ExprKind::Name(name) => {
                let name = name.clone();
                // Appending makes no name local: it is where it was bound, or will be at top level.
                let scope = self.scope_of(&name).unwrap_or(self.frames[0].scope);
                self.builder.bind_in(scope, &name, kind, span, from);
            }
            ExprKind::Member { object, name } => {
                let (object, name) = (*object, name.clone());
                self.builder.bind_member(object, &name, kind, span, from);
            }
            _ => {}
        }
    }
}
