//! Statements: declarations of variables, and the blocks of branches and loops.

use super::expression::peel;
use super::pattern::Target;
use super::{Lowering, field, has_token, kid, kids};
use crate::ir::{BinaryOp, BindingId, BindingKind, ExprId, ExprKind, Item, Parent, When};
use tree_sitter::Node;

impl<'t> Lowering<'t> {
    /// The statements that stand directly inside a node, in the open block.
    pub(super) fn statements(&mut self, node: Node<'t>) {
        for statement in kids(node) {
            self.statement(statement);
        }
    }

    pub(super) fn statement(&mut self, node: Node<'t>) {
        self.deeper(node, |this| this.statement_inside(node));
    }

    fn statement_inside(&mut self, node: Node<'t>) {
        match node.kind() {
            "expression_statement" => self.expression_statement(node),
            "lexical_declaration" | "variable_declaration" | "using_declaration" => {
                self.variables(node);
            }
            "function_declaration" | "generator_function_declaration" => {
                self.function_declaration(node);
            }
            "class_declaration" | "abstract_class_declaration" => {
                self.class_declaration(node, &[]);
            }
            "interface_declaration" => self.interface(node),
            "type_alias_declaration" => self.alias(node),
            "enum_declaration" => self.enumeration(node),
            "internal_module" | "module" => self.namespace(node),
            "ambient_declaration" => self.ambient(node),
            "import_statement" => self.import_statement(node),
            "import_alias" => self.import_alias(node),
            "export_statement" => self.export_statement(node),
            "return_statement" => self.return_statement(node),
            "function_signature" | "empty_statement" | "break_statement" | "continue_statement"
            | "debugger_statement" | "hash_bang_line" => {}
            _ => self.branching(node),
        }
    }

    fn branching(&mut self, node: Node<'t>) {
        match node.kind() {
            "if_statement" => self.if_statement(node),
            "switch_statement" => self.switch(node),
            "try_statement" => self.try_statement(node),
            "for_statement" => self.for_statement(node),
            "for_in_statement" => self.for_in(node),
            "while_statement" | "do_statement" => self.while_loop(node),
            "statement_block" => {
                let group = self.b.new_group();
                self.arm(group, false, node);
            }
            "labeled_statement" | "with_statement" => {
                if let Some(object) = field(node, "object") {
                    self.expr(object);
                }
                if let Some(body) = field(node, "body") {
                    self.statement(body);
                }
            }
            _ => {
                self.inside(node);
            }
        }
    }

    fn expression_statement(&mut self, node: Node<'t>) {
        let Some(inside) = kid(node) else { return };
        if inside.kind() == "internal_module" {
            self.namespace(inside);
        } else {
            self.effect(inside);
        }
    }

    /// An expression for its effect: `a && b()` and `a ? b() : c()` are branches.
    fn effect(&mut self, node: Node<'t>) {
        let conditional = match node.kind() {
            "ternary_expression" => true,
            "binary_expression" => field(node, "operator")
                .is_some_and(|operator| matches!(operator.kind(), "&&" | "||" | "??")),
            _ => false,
        };
        if !conditional {
            self.expr(node);
            return;
        }
        self.condition(field(node, "left").or_else(|| field(node, "condition")));
        let group = self.b.new_group();
        for arm in ["right", "consequence", "alternative"] {
            if let Some(arm) = field(node, arm) {
                self.b.enter_block(group, false);
                self.deeper(arm, |this| this.effect(peel(arm)));
                self.b.leave_block();
            }
        }
    }

    /// One arm of a group: a block, or a single statement without braces.
    fn arm(&mut self, group: u32, is_loop: bool, body: Node<'t>) {
        self.b.enter_block(group, is_loop);
        self.body(body);
        self.b.leave_block();
    }

    /// The inside of a block that is already open.
    fn body(&mut self, body: Node<'t>) {
        if body.kind() == "statement_block" {
            self.statements(body);
        } else {
            self.statement(body);
        }
    }

    /// With a loop, since chains of `else if` run long.
    fn if_statement(&mut self, node: Node<'t>) {
        let mut at = node;
        let mut opened = 0;
        loop {
            let condition = self.condition(field(at, "condition"));
            let group = self.b.new_group();
            if let Some(body) = field(at, "consequence") {
                let block = self.b.enter_block(group, false);
                if let Some(condition) = condition {
                    self.b.guard(block, condition);
                }
                self.body(body);
                self.b.leave_block();
            }
            let Some(other) = field(at, "alternative").and_then(kid) else {
                break;
            };
            self.b.enter_block(group, false);
            opened += 1;
            if other.kind() != "if_statement" {
                self.body(other);
                break;
            }
            at = other;
        }
        for _ in 0..opened {
            self.b.leave_block();
        }
    }

    fn switch(&mut self, node: Node<'t>) {
        let (Some(value), Some(body)) = (field(node, "value"), field(node, "body")) else {
            self.inside(node);
            return;
        };
        let arms = kids(body);
        let left = self.expr(value);
        let mut patterns = Vec::new();
        for pattern in arms.iter().filter_map(|arm| field(*arm, "value")) {
            let value = self.expr(pattern);
            patterns.push(Item {
                value,
                spread: false,
            });
        }
        let named: Vec<ExprId> = patterns.iter().map(|item| item.value).collect();
        let right = self.push(ExprKind::List(patterns), body);
        let op = BinaryOp::Match;
        let matched = self.push(ExprKind::Binary { op, left, right }, value);
        self.b.set_parent(matched, Parent::Condition);
        let group = self.b.new_group();
        let mut named = named.into_iter();
        let mut runs_on = Some(Vec::new());
        for arm in arms {
            let block = self.b.enter_block(group, false);
            let own = field(arm, "value").and_then(|_| named.next());
            // An arm is reached by its own value and by those that run on into it.
            let values = runs_on.take().zip(own).map(|(mut before, own)| {
                before.push(own);
                before
            });
            if let Some(values) = &values {
                let (subject, texts, values) = (left, Vec::new(), values.clone());
                self.b.when(
                    block,
                    When {
                        subject,
                        texts,
                        values,
                    },
                );
            }
            let statements: Vec<_> = arm
                .children_by_field_name("body", &mut arm.walk())
                .filter(|statement| statement.kind() != "comment")
                .collect();
            runs_on = match statements.last().map(Node::kind) {
                None => values,
                Some(
                    "break_statement" | "return_statement" | "throw_statement"
                    | "continue_statement" | "statement_block",
                ) => Some(Vec::new()),
                Some(_) => None,
            };
            for statement in statements {
                self.statement(statement);
            }
            self.b.leave_block();
        }
    }

    fn try_statement(&mut self, node: Node<'t>) {
        let group = self.b.new_group();
        if let Some(body) = field(node, "body") {
            self.arm(group, false, body);
        }
        if let Some(handler) = field(node, "handler") {
            self.b.enter_block(group, false);
            if let Some(parameter) = field(handler, "parameter") {
                let unknown = self.push(ExprKind::Opaque(Vec::new()), parameter);
                let target = self.declare(true, parameter.end_byte());
                self.bind_pattern(parameter, unknown, &target);
            }
            if let Some(body) = field(handler, "body") {
                self.body(body);
            }
            self.b.leave_block();
        }
        // What stands in `finally` runs after either arm, so it is no arm of theirs.
        if let Some(body) = field(node, "finalizer").and_then(|last| field(last, "body")) {
            self.statement(body);
        }
    }

    fn for_statement(&mut self, node: Node<'t>) {
        let group = self.b.new_group();
        self.b.enter_block(group, false);
        match field(node, "initializer") {
            Some(first) if first.kind().ends_with("_declaration") => self.statement(first),
            Some(first) if first.is_named() && first.kind() != "empty_statement" => {
                self.expr(first);
            }
            _ => {}
        }
        let group = self.b.new_group();
        self.b.enter_block(group, true);
        let condition = field(node, "condition")
            .filter(|condition| condition.is_named() && condition.kind() != "empty_statement")
            .map(|condition| match condition.kind() {
                "expression_statement" => kid(condition).unwrap_or(condition),
                _ => condition,
            });
        self.condition(condition);
        if let Some(body) = field(node, "body") {
            self.body(body);
        }
        if let Some(increment) = field(node, "increment") {
            self.expr(increment);
        }
        self.b.leave_block();
        self.b.leave_block();
    }

    /// `for (const x of xs)`, `for (const key in map)`: an element, or a key.
    fn for_in(&mut self, node: Node<'t>) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            self.inside(node);
            return;
        };
        let over = self.expr(right);
        let group = self.b.new_group();
        self.b.enter_block(group, true);
        let element = self.push(ExprKind::Element(over), left);
        let from = right.end_byte();
        let target = match field(node, "kind") {
            Some(kind) => self.declare(self.source(kind) != "var", from),
            None => Target::Assign { from },
        };
        self.bind_pattern(left, element, &target);
        if let Some(body) = field(node, "body") {
            self.body(body);
        }
        self.b.leave_block();
    }

    fn while_loop(&mut self, node: Node<'t>) {
        self.condition(field(node, "condition"));
        let group = self.b.new_group();
        if let Some(body) = field(node, "body") {
            self.arm(group, true, body);
        }
    }

    fn return_statement(&mut self, node: Node<'t>) {
        if let Some(value) = kid(node) {
            let value = self.expr(value);
            self.returned(value);
        }
    }

    /// Notes what the function around returns or yields.
    pub(super) fn returned(&mut self, value: ExprId) {
        let Some(function) = self.functions.last().copied() else {
            return;
        };
        self.b.set_parent(value, Parent::Return(function));
        self.b.module_mut().functions[function.0 as usize]
            .returns
            .push(value);
    }

    /// The target of a declaration here; `var` belongs to the function.
    fn declare(&self, block_scoped: bool, from: usize) -> Target {
        let scope = if block_scoped {
            self.b.scope()
        } else {
            self.function_scope()
        };
        Target::Declare {
            scope,
            block_scoped,
            from,
        }
    }

    fn variables(&mut self, node: Node<'t>) {
        let block_scoped = node.kind() != "variable_declaration";
        for declarator in kids(node) {
            if declarator.kind() == "variable_declarator" {
                self.variable(declarator, block_scoped);
            } else {
                self.inside(declarator);
            }
        }
    }

    fn variable(&mut self, node: Node<'t>, block_scoped: bool) {
        let Some(name) = field(node, "name") else {
            self.inside(node);
            return;
        };
        let target = self.declare(block_scoped, node.end_byte());
        let annotation = self.annotation_field(node, "type");
        let first = self.b.module().bindings.len();
        match field(node, "value") {
            Some(value) => self.initialised(name, value, &target),
            None => {
                let (written, span) = (self.source(name), self.span(name));
                self.bind_to(written, BindingKind::Declared, span, &target);
            }
        }
        let annotation = annotation.or_else(|| self.asserted_type(field(node, "value")?));
        let span = self.span(name);
        let bound = (first..self.b.module().bindings.len())
            .map(|at| BindingId(at as u32))
            .find(|id| self.b.module()[*id].span == span);
        if let (Some(bound), Some(annotation)) = (bound, annotation) {
            self.b.annotate(bound, annotation);
        }
    }

    fn initialised(&mut self, name: Node<'t>, value: Node<'t>, target: &Target) {
        if self.bind_required(name, value, target) {
            return;
        }
        let inner = peel(value);
        let held = match name.kind() {
            "identifier" => self.function_of(value),
            _ => None,
        };
        if let Some(inner) = held {
            let function = self.new_function(inner, self.source(name), name, None, false);
            let kind = BindingKind::Function(function);
            self.bind_to(self.source(name), kind, self.span(name), target);
            self.function_inside(function, inner);
        } else if name.kind() == "identifier" && inner.kind() == "class" {
            self.named_class(inner, name, target);
        } else {
            self.note_runner(self.source(name).to_owned(), value);
            let value = match name.kind() {
                "identifier" => self.named_value(value, self.source(name), name),
                _ => self.expr(value),
            };
            self.bind_pattern(name, value, target);
        }
    }

    /// `declare …`: what it declares, as far as it has a value or a name.
    fn ambient(&mut self, node: Node<'t>) {
        for kid in kids(node) {
            match kid.kind() {
                "statement_block" => self.statement(kid),
                _ if has_token(node, "global") => self.statement(kid),
                kind if kind.ends_with("_declaration") || kind.ends_with("module") => {
                    self.statement(kid);
                }
                "function_signature" => self.declared_function(kid),
                _ => {}
            }
        }
    }

    fn declared_function(&mut self, node: Node<'t>) {
        let Some(name) = field(node, "name") else {
            return;
        };
        let span = self.span(name);
        let id = self
            .b
            .bind(self.source(name), BindingKind::Declared, span, 0);
        if let Some(annotation) = self.annotation_field(node, "return_type") {
            self.b.annotate(id, annotation);
        }
    }
}
